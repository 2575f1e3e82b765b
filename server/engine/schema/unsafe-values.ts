import type { SchemaIssue } from "../../plugin-api/data-schema.ts";
import { inLanguage, type Language, type Text } from "../../plugin-api/text.ts";

/** Deeper than any data of an office, and shallow enough for every walk over it. */
const deepest = 64;

const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** A NUL, or half of a surrogate pair: PostgreSQL keeps neither. */
const unstorable = /\0|\p{Surrogate}/u;

const sentences: Readonly<Record<"key" | "text" | "depth", Text>> = {
  key: { fr: "Ce nom de champ n’est pas permis.", en: "This field name is not allowed." },
  text: {
    fr: "Contient un caractère qui ne peut pas être enregistré : effacez-le.",
    en: "Holds a character that cannot be kept: delete it.",
  },
  depth: {
    fr: `Plus de ${deepest} niveaux imbriqués : simplifiez.`,
    en: `More than ${deepest} levels inside each other: simplify.`,
  },
};

/**
 * What no schema should have to forbid: keys that reach an object's prototype, text that a database cannot keep,
 * nesting without end. A value that has any is not to be looked at further.
 */
export function unsafeValues(value: unknown, language: Language): readonly SchemaIssue[] {
  const issues: SchemaIssue[] = [];
  const report = (path: readonly string[], problem: keyof typeof sentences) =>
    issues.push({ path: path.join("."), keyword: "unsafe", message: inLanguage(sentences[problem], language) });
  visit(value, [], report);
  return issues;
}

type Report = (path: readonly string[], problem: keyof typeof sentences) => void;

function visit(value: unknown, path: readonly string[], report: Report): void {
  if (typeof value === "string") {
    if (unstorable.test(value)) report(path, "text");
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (path.length >= deepest) {
    report(path, "depth");
    return;
  }
  for (const [key, inside] of Object.entries(value)) {
    const place = [...path, key];
    if (forbiddenKeys.has(key)) report(place, "key");
    else if (unstorable.test(key)) report(path, "text");
    else visit(inside, place, report);
  }
}
