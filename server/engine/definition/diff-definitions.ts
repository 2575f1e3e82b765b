import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { inLanguage, type Language, type Text } from "../../plugin-api/text.ts";
import { say } from "../language/say.ts";
import { isObject } from "../schema/is-object.ts";
import { type JsonChange, jsonChanges } from "./diff/json-changes.ts";
import { type Subject, subjectOf } from "./diff/subject-of.ts";
import { token } from "./state-tree.ts";

/** One difference between two versions of a definition. */
export interface DefinitionChange {
  readonly kind: "added" | "removed" | "changed";
  /** JSON pointer of the place. */
  readonly path: string;
  /** The difference as a sentence. */
  readonly message: string;
}

/** So many details of one change are told; the document shows the others. */
const TOLD_DETAILS = 4;
const LONGEST_VALUE = 80;

/** What differs between two definitions, in sentences, in the order of the newer document. */
export function diffDefinitions(before: Json, after: Json, language: Language): readonly DefinitionChange[] {
  const groups = new Map<string, { readonly subject: Subject; readonly changes: JsonChange[] }>();
  for (const change of jsonChanges(before, after)) {
    const subject = subjectOf(change.path);
    const key = pointer(subject.path);
    const group = groups.get(key) ?? { subject, changes: [] };
    group.changes.push(change);
    groups.set(key, group);
  }
  const teller = createTeller(before, after, language);
  return [...groups].map(([path, { subject, changes }]) => {
    const [only] = changes;
    const whole = only !== undefined && only.path.length === subject.path.length ? only : null;
    return { kind: whole?.kind ?? "changed", path, message: teller.tell(subject, changes, whole) };
  });
}

interface Teller {
  tell(subject: Subject, changes: readonly JsonChange[], whole: JsonChange | null): string;
}

function createTeller(before: Json, after: Json, language: Language): Teller {
  const at = (path: readonly string[]): Json | undefined => read(after, path) ?? read(before, path);
  const fieldTitle = (path: readonly string[], name: string): string =>
    textAt(at([...path, "x-title"]), language) ?? name;
  const stageTitle = (stage: string): string => {
    if (stage === "") return say(language, "diff.whole");
    const path = ["machine", ...stage.split(".").flatMap((name) => ["states", name])];
    return textAt(at([...path, "meta", "title"]), language) ?? stage;
  };
  const shown = (value: Json | undefined): string => show(value ?? null, language);
  const shownTitle = (value: Json | undefined): string => textAt(value, language) ?? shown(value);
  const detail = (change: JsonChange, subject: Subject): string => {
    const place = change.path.slice(subject.path.length).join(" › ") || subject.name;
    const values = { place, before: shown(change.before), after: shown(change.after) };
    return say(language, `diff.detail.${change.kind}`, values);
  };

  return {
    tell(subject, changes, whole) {
      const { kind, name, path } = subject;
      const told = changes.slice(0, TOLD_DETAILS).map((change) => detail(change, subject));
      const what = `${told.join(" ; ")}${changes.length > TOLD_DETAILS ? " …" : ""}`;
      const how = whole?.kind ?? "changed";
      const stage = stageTitle(subject.stage ?? "");
      if (kind === "stage") {
        const [title] = changes.filter((change) => change.path.slice(path.length).join(".") === "meta.title");
        if (title !== undefined && changes.length === 1) {
          return say(language, "diff.stage.renamed", {
            before: shownTitle(title.before),
            after: shownTitle(title.after),
          });
        }
        return say(language, `diff.stage.${how}`, { stage, what });
      }
      if (kind === "action") {
        const action = actionTitle(at(path), name, language);
        return say(language, `diff.action.${how}`, { stage, action, what });
      }
      if (kind === "timer") {
        const delay = textAt(at(["delays", name, "title"]), language) ?? name;
        return say(language, `diff.timer.${how}`, { stage, delay, what });
      }
      if (kind === "field") return say(language, `diff.field.${how}`, { field: fieldTitle(path, name), what });
      if (kind === "form") return say(language, `diff.form.${how}`, { form: name, what });
      if (kind === "form-field") {
        const field = fieldTitle(path, subject.field ?? "");
        return say(language, `diff.form-field.${how}`, { form: name, field, what });
      }
      if (kind === "delay") return say(language, `diff.delay.${how}`, { delay: name, what });
      if (kind === "right") return say(language, "diff.right.changed", { right: name, what });
      const values = { place: name, before: shown(whole?.before), after: shown(whole?.after) };
      return say(language, `diff.other.${how}`, values);
    },
  };
}

function actionTitle(transitions: Json | undefined, event: string, language: Language): string {
  const first = Array.isArray(transitions) ? transitions[0] : transitions;
  return textAt(read(first ?? null, ["meta", "title"]), language) ?? event;
}

function textAt(value: Json | undefined, language: Language): string | undefined {
  if (typeof value === "string") return value;
  return isObject(value) && typeof value["fr"] === "string"
    ? inLanguage(value as Text & JsonObject, language)
    : undefined;
}

function show(value: Json, language: Language): string {
  const text = textAt(value, language);
  const quoted = language === "fr" ? `« ${text} »` : `“${text}”`;
  const written = text === undefined ? JSON.stringify(value) : quoted;
  return written.length > LONGEST_VALUE ? `${written.slice(0, LONGEST_VALUE)}…` : written;
}

function read(value: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((here, key) => (isObject(here) ? here[key] : undefined), value);
}

function pointer(path: readonly string[]): string {
  return path.map((key) => `/${token(key)}`).join("");
}
