import { type FieldErrors, type Resolver, set } from "react-hook-form";
import type { SchemaValidator } from "../../server/engine/schema/validator.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import type { Language } from "../../server/plugin-api/text.ts";
import { currentSchema } from "./current-schema.ts";
import { planAt, planFields } from "./field-plan.ts";
import { type FormValues, filledIn } from "./form-values.ts";

/** What a form is checked against, and for whom. */
export interface FormChecker {
  readonly schema: DataSchema;
  readonly validator: SchemaValidator;
  readonly language: Language;
  /** What to say of a day that is none: people type it otherwise than it is kept. */
  readonly noSuchDay: string;
  /** Fields that this reader cannot change: what is wrong with them is not theirs to mend. */
  readonly untouchable: ReadonlySet<string>;
}

/** The schema as these values make it. */
export function schemaNow({ schema, validator, language }: FormChecker, values: FormValues): DataSchema {
  return currentSchema(schema, filledIn(values, schema), holdsFor(validator, language));
}

/** What was filled in, as it would be sent now. */
export function valuesNow(checker: FormChecker, values: FormValues): JsonObject {
  return filledIn(values, schemaNow(checker, values));
}

/** Checks a form against its schema, conditions included; each sentence lands at its field. */
export function resolverFor(checker: FormChecker): Resolver<Record<string, unknown>> {
  return (values) => {
    const errors: FieldErrors<Record<string, unknown>> = {};
    const { validator, language, untouchable, noSuchDay } = checker;
    const issues = validator.check(checker.schema, valuesNow(checker, values), language);
    for (const issue of issues) {
      if (untouchable.has(issue.path.split(".")[0] ?? "")) continue;
      const day = issue.keyword === "format" && isDayField(checker, issue.path);
      set(errors, issue.path || "root", { type: issue.keyword, message: day ? noSuchDay : issue.message });
    }
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
  };
}

/** What is wrong at one field. */
export interface FormMessage {
  /** Dotted; `root` for the whole form. */
  readonly path: string;
  readonly message: string;
}

/** Every message of a form. */
export function messagesOf(errors: FieldErrors, path = ""): readonly FormMessage[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    if (error === undefined || typeof error !== "object" || name === "ref") return [];
    const here = path ? `${path}.${name}` : name;
    if ("message" in error && typeof error.message === "string") return [{ path: here, message: error.message }];
    return messagesOf(error as FieldErrors, here);
  });
}

function isDayField({ schema, language }: FormChecker, path: string): boolean {
  return planAt(planFields(schema, language), path)?.kind === "date";
}

function holdsFor(validator: SchemaValidator, language: Language) {
  return (condition: DataSchema, values: JsonObject) => validator.check(condition, values, language).length === 0;
}
