/** A name that the other side serves, or the number of what it lent. */
export type Target = string | number;

/** What crosses the port. */
export type Message =
  | { readonly kind: "call"; readonly id: number; readonly target: Target; readonly args: readonly unknown[] }
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  | { readonly kind: "failure"; readonly id: number; readonly error: RemoteError }
  | { readonly kind: "abort"; readonly signal: number };

interface RemoteError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
}

/** Stands in a message for what cannot be cloned. */
export interface Lent {
  readonly $lent: "function" | "object" | "iterable" | "signal";
  readonly id: number;
  readonly members?: readonly string[];
  readonly aborted?: boolean;
}

/** Whether the value stands for something that stayed on the other side. */
export const isLent = (value: object): value is Lent => "$lent" in value && "id" in value;

/** What is told of an error on the other side. */
export function remoteError(error: unknown): RemoteError {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  return { name: error.name, message: error.message, stack: error.stack };
}
