import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";
import type { Registry } from "./published-type.ts";

/** The types in force with the office that they belong to. */
export interface OfficeRegistry extends Registry {
  office(): OfficeDefinition;
  /** Version of the office's own definition. */
  officeVersion(): number;
  /** Grows with every publication; the same on every process that has heard of it. */
  revision(): number;
  /** Reads the published definitions again: at start, after a publication, and when another process tells of one. */
  reload(): Promise<void>;
  /** Called after every reload that changed something. Returns how to stop. */
  onChange(listener: (revision: number) => void): () => void;
}
