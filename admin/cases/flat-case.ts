/** A case, flat, as the API answers it. */
export interface FlatCase {
  readonly id: string;
  readonly version: number;
  readonly displayName?: string;
  readonly erasedAt?: string;
  readonly stage: string;
  readonly status: "active" | "done";
  readonly stageSince: string;
  readonly assigneeId: string | null;
  readonly dueAt: string | null;
  readonly [field: string]: unknown;
}
