import type { Json } from "./json.ts";
import type { Text } from "./text.ts";

/**
 * The authoring dialect of JSON Schema 2020-12 that record types, forms and settings are written in.
 * Sentences stand under `x-title`, `x-labels` and `x-help`; the served copy has plain `title` strings instead.
 */
export interface DataSchema {
  readonly type?: SchemaType | readonly SchemaType[];
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly default?: Json;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly contains?: DataSchema;
  readonly items?: DataSchema;
  readonly properties?: { readonly [field: string]: DataSchema };
  /** `undefined`, as below, so that a schema made by `Type.Object` can stand wherever one is asked for. */
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: boolean | DataSchema | undefined;
  readonly allOf?: readonly DataSchema[];
  readonly anyOf?: readonly DataSchema[];
  readonly not?: DataSchema;
  readonly if?: DataSchema;
  readonly then?: DataSchema;
  readonly else?: DataSchema;

  /** What the field is called. */
  readonly "x-title"?: Text;
  /** What each value of `enum` is called. */
  readonly "x-labels"?: { readonly [value: string]: Text };
  /** One line under the field. */
  readonly "x-help"?: Text;
  /** The id of the form section that the field stands in; sections are listed in the root's `x-groups`. */
  readonly "x-group"?: string;
  readonly "x-groups"?: readonly { readonly id: string; readonly title: Text }[];
  /** The record type whose id the field holds. */
  readonly "x-reference"?: string;
  /** Can be filtered, sorted and read by plain SQL at index speed. */
  readonly "x-index"?: true;
  /** Its words are found by the full-text search. */
  readonly "x-search"?: true;
  /** How it is entered where the type alone does not tell. */
  readonly "x-widget"?: "textarea" | "file" | "radio" | "checkboxes" | "money" | "staff";
  /** Told beside or instead of the bare value: the age at a date of birth, a number of months as "1 an et 6 mois". */
  readonly "x-told-as"?: "age" | "months";
  /** In a form: the case's reference whose record has a field of the same name; its value is filled in. */
  readonly "x-known-from"?: string;
  /** Proposes the records of a type while one types, and keeps `value`, a field of the one that is chosen. */
  readonly "x-suggest"?: { readonly type: string; readonly value: string };
  /** The lowest and highest number of each value of `enum`: a number in an imported file picks the one that holds it. */
  readonly "x-bands"?: { readonly [value: string]: readonly [number, number] };
  /** The object beside a text that holds it by language, `{ fr, en }`: each reader is told the text in theirs. Records alone. */
  readonly "x-translations"?: string;
  /** Computed by the record type's `derived` rules: shown, filtered, never typed. */
  readonly "x-derived"?: true;
  /** Kept for programs: it stands in no form and on no page. */
  readonly "x-hidden"?: true;
  /** In served schemas: the values of a list that are computed, and are not to be ticked. */
  readonly "x-computed"?: readonly string[];
  /** Words that a column of an imported file may be headed with. */
  readonly "x-headers"?: readonly string[];
  /** Kept out of every answer: the secret of a plugin's settings. */
  readonly "x-secret"?: true;
  /** The variable of the environment that a plugin's setting is taken from while nothing is typed: `SMTP_URL`. */
  readonly "x-environment"?: string;
}

/** The types of JSON Schema. */
export type SchemaType = "string" | "number" | "integer" | "boolean" | "object" | "array" | "null";

/** One thing wrong with a value: where it is, as a dotted path (`languages.0.level`), and the sentence for its reader. */
export interface SchemaIssue {
  readonly path: string;
  readonly keyword: string;
  readonly message: string;
}
