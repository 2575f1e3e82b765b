import type { Parsed } from "../../engine/definition/parse-definition.ts";
import type { SchemaValidator } from "../../engine/schema/validator.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { Caller } from "../changes/caller.ts";
import { invalidDefinition, otherId } from "./definition-errors.ts";
import type { DefinitionsBase } from "./definitions-desk.ts";

/** A definition that somebody sent, with what tells its shape. */
export interface GivenDefinition<Definition> {
  /** As it came in. */
  readonly definition: unknown;
  readonly parse: (value: unknown, validator: SchemaValidator, language: Language) => Parsed<Definition>;
  /** The id that it must have; any without it. */
  readonly id?: string;
}

/** The definition, if it has the shape of one. @throws DomainError `invalid-definition`, `id-cannot-change`. */
export function parseDefinition<Definition extends { readonly id: string }>(
  base: Pick<DefinitionsBase, "validator">,
  caller: Pick<Caller, "language">,
  given: GivenDefinition<Definition>,
): Definition {
  const parsed = given.parse(given.definition, base.validator, caller.language);
  if (!parsed.ok) throw invalidDefinition(parsed.issues);
  if (given.id !== undefined && parsed.definition.id !== given.id) throw otherId(given.id, parsed.definition.id);
  return parsed.definition;
}
