/** Sessions of the browser, kept in the database so that they survive a restart. */
export interface SessionRecords {
  /** The stored JSON, or null when there is none or it has ended at `now`. */
  read(id: string, now: string): Promise<string | null>;
  /** `expiresAt` in UTC ISO-8601. */
  write(id: string, data: string, expiresAt: string): Promise<void>;
  remove(id: string): Promise<void>;
  removeEnded(now: string): Promise<void>;
}
