import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { inLanguage, type Language, type Text } from "../../plugin-api/text.ts";
import { say } from "../language/say.ts";
import { isObject } from "../schema/is-object.ts";
import { isDuration } from "../time/duration.ts";
import { durationInWords } from "../time/duration-words.ts";
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

/**
 * What differs between two definitions, in sentences, in the order of the newer document.
 *
 * @example
 * diffDefinitions(published, draft, "en").map(({ message }) => message); // ["The stage “Late” is added.", …]
 */
export function diffDefinitions(before: Json, after: Json, language: Language): readonly DefinitionChange[] {
  const groups = new Map<string, { readonly subject: Subject; readonly changes: JsonChange[] }>();
  for (const change of jsonChanges(before, after).flatMap(partsOfBoard)) {
    const subject = subjectOf(change.path);
    const key = pointer(subject.path);
    const group = groups.get(key) ?? { subject, changes: [] };
    group.changes.push(change);
    groups.set(key, group);
  }
  return [...groups].map(([path, { subject, changes }]) => {
    const [only] = changes;
    const whole = only !== undefined && only.path.length === subject.path.length ? only : null;
    const message = tell({ subject, changes, whole }, { before, after, language });
    return { kind: whole?.kind ?? "changed", path, message };
  });
}

/** A board that came or went whole is told by its columns and its cards. */
function partsOfBoard(change: JsonChange): readonly JsonChange[] {
  const isWhole = ["board", "board.card"].includes(change.path.join("."));
  if (!isWhole) return [change];
  return jsonChanges(change.before ?? {}, change.after ?? {}, change.path).flatMap(partsOfBoard);
}

/** One subject with all that changed of it; `whole` when it was itself added, removed or replaced. */
interface Telling {
  readonly subject: Subject;
  readonly changes: readonly JsonChange[];
  readonly whole: JsonChange | null;
}

/** Both documents, to find what things are called in. */
interface Documents {
  readonly before: Json;
  readonly after: Json;
  readonly language: Language;
}

function tell(telling: Telling, documents: Documents): string {
  const { subject, whole } = telling;
  const { language } = documents;
  const { kind, name, path } = subject;
  const how = whole?.kind ?? "changed";
  const what = whatChanged(telling, language);
  const stage = stageTitle(subject.stage ?? "", documents);
  switch (kind) {
    case "stage":
      return renamed(telling, language) ?? say(language, `diff.stage.${how}`, { stage, what });
    case "action":
      return say(language, `diff.action.${how}`, { stage, action: actionTitle(path, documents) ?? name, what });
    case "timer":
      return say(language, `diff.timer.${how}`, {
        stage,
        delay: delayTitle(name, documents),
        what,
      });
    case "field":
      return say(language, `diff.field.${how}`, { field: titleAt([...path, "x-title"], documents) ?? name, what });
    case "required":
      return requiredOrNot(whole, documents);
    case "form":
      return say(language, `diff.form.${how}`, { form: name, what });
    case "form-field": {
      const field = titleAt([...path, "x-title"], documents) ?? subject.field ?? "";
      return say(language, `diff.form-field.${how}`, { form: name, field, what });
    }
    case "delay":
      return (
        lasting(telling, documents) ?? say(language, `diff.delay.${how}`, { delay: delayTitle(name, documents), what })
      );
    case "right":
      return say(language, "diff.right.changed", { right: name, what });
    case "columns":
      return say(language, `diff.columns.${how}`, {
        before: stageTitles(whole?.before, documents),
        after: stageTitles(whole?.after, documents),
      });
    case "card":
      return say(language, `diff.card.${how}`, { stage, ...shownValues(whole ?? {}, language) });
    case "other":
      return say(language, `diff.other.${how}`, { place: name, ...shownValues(whole ?? {}, language) });
  }
}

function whatChanged({ subject, changes }: Telling, language: Language): string {
  const told = changes.slice(0, TOLD_DETAILS).map((change) => {
    const place = change.path.slice(subject.path.length).join(" › ") || subject.name;
    return say(language, `diff.detail.${change.kind}`, { place, ...shownValues(change, language) });
  });
  return `${told.join(" ; ")}${changes.length > TOLD_DETAILS ? " …" : ""}`;
}

/** A stage of which nothing but the title changed. */
function renamed({ subject, changes }: Telling, language: Language): string | null {
  const [change] = changes;
  const isTitle = change?.path.slice(subject.path.length).join(".") === "meta.title";
  if (change === undefined || changes.length > 1 || !isTitle) return null;
  const [before, after] = [textAt(change.before, language), textAt(change.after, language)];
  return before === undefined || after === undefined ? null : say(language, "diff.stage.renamed", { before, after });
}

/** A delay of which nothing but the length changed. */
function lasting({ subject, changes }: Telling, documents: Documents): string | null {
  const [change] = changes;
  const isLength = change?.path.slice(subject.path.length).join(".") === "duration";
  if (change === undefined || changes.length > 1 || !isLength) return null;
  const [before, after] = [lengthOf(change.before, documents.language), lengthOf(change.after, documents.language)];
  if (before === null || after === null) return null;
  return say(documents.language, "diff.delay.lasts", { delay: delayTitle(subject.name, documents), before, after });
}

function lengthOf(duration: Json | undefined, language: Language): string | null {
  return typeof duration === "string" && isDuration(duration) ? durationInWords(duration, language) : null;
}

function delayTitle(name: string, documents: Documents): string {
  return titleAt(["delays", name, "title"], documents) ?? name;
}

/** Which fields must be filled in that needed not be, and which need not any more. */
function requiredOrNot(change: JsonChange | null, documents: Documents): string {
  const { language } = documents;
  const [before, after] = [namesIn(change?.before), namesIn(change?.after)];
  const titles = (names: readonly string[]) =>
    names
      .map((name) => titleAt(["schema", "properties", name, "x-title"], documents) ?? name)
      .map((title) => show(title, language))
      .join(", ");
  const [added, removed] = [
    after.filter((name) => !before.includes(name)),
    before.filter((name) => !after.includes(name)),
  ];
  return [
    ...(added.length > 0 ? [say(language, "diff.required.added", { fields: titles(added) })] : []),
    ...(removed.length > 0 ? [say(language, "diff.required.removed", { fields: titles(removed) })] : []),
    ...(added.length + removed.length === 0 ? [say(language, "diff.required.order")] : []),
  ].join(" ");
}

function namesIn(list: Json | undefined): readonly string[] {
  return Array.isArray(list) ? list.filter((name) => typeof name === "string") : [];
}

function stageTitle(stage: string, documents: Documents): string {
  if (stage === "") return say(documents.language, "diff.whole");
  const path = ["machine", ...stage.split(".").flatMap((name) => ["states", name])];
  return titleAt([...path, "meta", "title"], documents) ?? stage;
}

function stageTitles(stages: Json | undefined, documents: Documents): string {
  const paths = Array.isArray(stages) ? stages.filter((stage) => typeof stage === "string") : [];
  return paths.map((stage) => show(stageTitle(stage, documents), documents.language)).join(", ");
}

function actionTitle(path: readonly string[], documents: Documents): string | undefined {
  const transitions = read(documents.after, path) ?? read(documents.before, path);
  const first = Array.isArray(transitions) ? transitions[0] : transitions;
  return textAt(read(first ?? null, ["meta", "title"]), documents.language);
}

function titleAt(path: readonly string[], { before, after, language }: Documents): string | undefined {
  return textAt(read(after, path) ?? read(before, path), language);
}

/** The values in the reader's language; as they are written, where they differ in the other language alone. */
function shownValues(change: Pick<JsonChange, "before" | "after">, language: Language) {
  const values = { before: show(change.before ?? null, language), after: show(change.after ?? null, language) };
  if (values.before !== values.after) return values;
  return { before: cut(JSON.stringify(change.before ?? null)), after: cut(JSON.stringify(change.after ?? null)) };
}

function textAt(value: Json | undefined, language: Language): string | undefined {
  if (typeof value === "string") return value;
  return isObject(value) && typeof value["fr"] === "string"
    ? inLanguage(value as Text & JsonObject, language)
    : undefined;
}

function show(value: Json, language: Language): string {
  const text = textAt(value, language) ?? textAt(ruleMessage(value), language);
  if (text === undefined) return cut(JSON.stringify(value));
  return language === "fr" ? `« ${cut(text)} »` : `“${cut(text)}”`;
}

/** What a rule says when it blocks: what people know it by. */
function ruleMessage(value: Json): Json | undefined {
  return read(value, ["params", "message"]);
}

function cut(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function read(value: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((here, key) => (isObject(here) ? here[key] : undefined), value);
}

function pointer(path: readonly string[]): string {
  return path.map((key) => `/${token(key)}`).join("");
}
