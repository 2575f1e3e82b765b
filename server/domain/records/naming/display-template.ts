/** A piece of a display template: plain text, or the first that is filled in of some fields. */
export type TemplatePart = string | { readonly fields: readonly string[] };

/** Templates are few and every name needs one: they are read once. */
const read = new Map<string, readonly TemplatePart[]>();
const mostTemplates = 1000;

const pieces = /\{([^{}]*)\}/g;

/**
 * Reads a template of names and lines. A field may say how its date is written: `{startOn:day}`. What stands between
 * brackets is left out when one of its fields is empty: `{place}[, until {endOn:day}]`.
 *
 * @example
 * displayTemplate("{firstName} {usageName|lastName}");
 * // [{ fields: ["firstName"] }, " ", { fields: ["usageName", "lastName"] }]
 */
export function displayTemplate(template: string): readonly TemplatePart[] {
  const known = read.get(template) ?? readTemplate(template);
  if (read.size > mostTemplates) read.clear();
  read.set(template, known);
  return known;
}

function readTemplate(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const piece of template.matchAll(pieces)) {
    if (piece.index > end) parts.push(template.slice(end, piece.index));
    parts.push({ fields: (piece[1] ?? "").split("|").map((field) => field.trim()) });
    end = piece.index + piece[0].length;
  }
  if (end < template.length) parts.push(template.slice(end));
  return parts;
}

/** The fields that a template names. */
export function templateFields(template: string): readonly string[] {
  const specs = displayTemplate(template).flatMap((part) => (typeof part === "string" ? [] : part.fields));
  return specs.map((spec) => spec.split(":")[0] ?? spec);
}

/** A run of separators is tried from its beginning alone: a long one is gone through once. */
const dangling = /^[\s–—,;:·/-]+|(?<![\s–—,;:·/-])[\s–—,;:·/-]+$/g;

const optionalPart = /\[([^[\]]*)\]/g;

/**
 * The template filled in; separators that an empty field left at an end are dropped. Empty when every field is.
 * `textOf` is asked for fields as the template writes them, with how their date is written (`startOn:day`).
 */
export function fillTemplate(template: string, textOf: (field: string) => string): string {
  const whole = template.replace(optionalPart, (_, part: string) => (isWhole(part, textOf) ? part : ""));
  const parts = displayTemplate(whole).map((part) =>
    typeof part === "string" ? part : { text: firstFilled(part, textOf) },
  );
  const fields = parts.filter((part) => typeof part !== "string");
  if (fields.length > 0 && fields.every(({ text }) => text === "")) return "";
  return parts
    .map((part) => (typeof part === "string" ? part : part.text))
    .join("")
    .replace(/\(\s*\)/g, "")
    .replace(/\s+/g, " ")
    .replace(dangling, "");
}

function isWhole(template: string, textOf: (field: string) => string): boolean {
  return displayTemplate(template).every((part) => typeof part === "string" || firstFilled(part, textOf) !== "");
}

function firstFilled(part: { readonly fields: readonly string[] }, textOf: (field: string) => string): string {
  for (const field of part.fields) {
    const value = textOf(field);
    if (value !== "") return value;
  }
  return "";
}
