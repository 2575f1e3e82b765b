import type { Language } from "../../plugin-api/text.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import type { Case } from "./case.ts";
import type { ActionOffer } from "./decision.ts";
import type { Facts } from "./facts.ts";

/** The reader that an explanation is for. */
export interface Reader {
  readonly language: Language;
  mayEvent(event: string): boolean;
  /** The roles that may send the event, to name who can. */
  rolesOf(event: string): readonly { readonly id: string; readonly title: string }[];
}

/** Every event that the case's stage knows, blocked ones too, with the reasons. */
export function explain(
  _workflow: CompiledWorkflow,
  _current: Case,
  _facts: Facts,
  _reader: Reader,
): readonly ActionOffer[] {
  throw new Error("not built yet");
}
