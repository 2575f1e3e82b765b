/** A commune of today, or a delegated one that people still name. */
export interface Commune {
  /** INSEE. */
  readonly code: string;
  readonly name: string;
  readonly postalCodes: readonly string[];
}

/** The communes of France, 20 at most in an answer, the most populated first. */
export interface CommuneDirectory {
  byCodes(codes: readonly string[]): Promise<readonly Commune[]>;
  byPostalCode(postalCode: string): Promise<readonly Commune[]>;
  /** Names that begin with, or hold a word that begins with, the text. */
  search(text: string): Promise<readonly Commune[]>;
}
