/** One read of a person's file: who, when, which, and how they came to see it. */
export interface FileRead {
  /** UTC ISO-8601. */
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly type: string;
  readonly recordId: string;
  readonly how: "record" | "history" | "past" | "list" | "export" | "file" | "matches" | "search";
}

/** Which reads to list; without a condition, those of everybody. */
export interface ReadQuery {
  readonly actorId?: string;
  readonly type?: string;
  readonly recordId?: string;
  readonly how?: string;
  /** Inclusive instants, UTC ISO-8601. */
  readonly from?: string;
  readonly to?: string;
  readonly direction: "ASC" | "DESC";
  readonly offset: number;
  readonly limit: number;
}

/** The log of reads: only ever appended to, and forgotten from its beginning. */
export interface ReadLogStore {
  append(reads: readonly FileRead[]): Promise<void>;
  list(
    query: ReadQuery,
  ): Promise<{ readonly rows: readonly (FileRead & { readonly id: string })[]; readonly total: number }>;
  /** Forgets what was logged before that instant (UTC ISO-8601). Returns how many reads. */
  forgetBefore(at: string): Promise<number>;
}
