import type { Json } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";

/** One difference between two versions of a definition. */
export interface DefinitionChange {
  readonly kind: "added" | "removed" | "changed";
  /** JSON pointer of the place. */
  readonly path: string;
  /** The difference as a sentence. */
  readonly message: string;
}

/** What differs between two definitions, in sentences, in the order of the document. */
export function diffDefinitions(_before: Json, _after: Json, _language: Language): readonly DefinitionChange[] {
  throw new Error("not built yet");
}
