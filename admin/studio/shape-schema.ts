import { eventTitles } from "../../server/engine/definition/event-titles.ts";
import { stagesOf } from "../../server/engine/definition/stages.ts";
import { nodesOf, stateTree, transitionsOf } from "../../server/engine/definition/state-tree.ts";
import { fieldsOf } from "../../server/engine/schema/walk-schema.ts";
import type { ServedType } from "../../server/http/api-types.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import { inLanguage, type Language } from "../../server/plugin-api/text.ts";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import type { Say } from "../app/i18n/use-say.ts";
import { lightStages } from "../app/theme/stage-palette.ts";
import { kindWord, simpleKinds } from "../pages/settings/field-kinds.ts";
import { askedWhen, offeredWhen } from "../schema-ui/asked-when.ts";
import { deadlineAnswers } from "./reshape-deadline.ts";
import { actionAnswers, firstPlace, mayEnd, type TransitionPlace } from "./reshape-machine.ts";
import { atCreation } from "./shape-details.ts";
import { answersOf, ruleKinds, rulesOf } from "./shape-rules.ts";

/** What can be added to a workflow by a form. */
export type ShapedPart = "stage" | "action" | "field" | "rule" | "deadline";

/** A part that is there already: where it stands. */
export type KnownPart =
  | { readonly what: "stage"; readonly path: string }
  | { readonly what: "action"; readonly place: TransitionPlace }
  | { readonly what: "deadline"; readonly place: TransitionPlace }
  | { readonly what: "rule"; readonly key: string };

/** What the forms of the studio are drawn from. */
export interface ShapeContext {
  readonly definition: WorkflowDefinition;
  readonly say: Say;
  readonly language: Language;
  readonly types: readonly ServedType[];
  readonly roles: readonly { readonly id: string; readonly title: string }[];
}

/** The form that adds such a part; a sentence where something else has to be there first. */
export function shapeSchema(what: ShapedPart, context: ShapeContext): DataSchema | string {
  switch (what) {
    case "stage":
      return stageSchema(context);
    case "action":
      return actionSchema(context);
    case "field":
      return fieldSchema(context);
    case "rule":
      return ruleSchema(context);
    case "deadline":
      return deadlineSchema(context);
  }
}

/** The form that changes a part that is there: that which adds it, without what cannot be said of this one by a form. */
export function knownSchema(part: KnownPart, context: ShapeContext): DataSchema {
  const { definition, say } = context;
  if (part.what === "stage") {
    const form = stageSchema(context);
    const { final, ...properties } = form.properties ?? {};
    const ends = mayEnd(definition, part.path) && final ? { final } : {};
    const places: Named = [[firstPlace, say("studio.firstPlace")], ...siblingNames(context, part.path)];
    const behind = { ...choiceOf(places), title: say("studio.behind") };
    return { ...form, required: ["titleFr", "behind"], properties: { ...properties, ...ends, behind } };
  }
  if (part.what === "action") {
    const asked = actionAnswers(definition, part.place).to === undefined ? ["from", "to"] : ["from"];
    return withoutFields(actionSchema(context), asked);
  }
  if (part.what === "deadline") {
    const { count, outcome } = deadlineAnswers(definition, part.place);
    const { allOf = [], ...form } = deadlineSchema(context);
    const unsaid = [...(count === undefined ? ["count", "unit"] : []), ...(outcome ? [] : ["outcome"])];
    return withoutFields({ ...form, ...(outcome && { allOf }) }, ["from", ...unsaid]);
  }
  const rule = rulesOf(definition).find(({ key }) => key === part.key);
  const isSaid = rule && answersOf(rule.guard).kind !== undefined;
  const form = ruleSchema(context);
  if (isSaid && typeof form !== "string") return withoutFields(form, ["events"]);
  return { type: "object", required: ["titleFr"], properties: ruleSentences(say) };
}

function withoutFields(schema: DataSchema, names: readonly string[]): DataSchema {
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name));
  const required = (schema.required ?? []).filter((name) => !names.includes(name));
  return { ...schema, required, properties: Object.fromEntries(properties) };
}

function siblingNames({ definition, language }: ShapeContext, path: string): Named {
  const stages = stagesOf(definition);
  const parent = stages.find((stage) => stage.path === path)?.parent;
  return stages
    .filter((stage) => stage.parent === parent && stage.path !== path)
    .map((stage) => [stage.path.split(".").at(-1) ?? "", inLanguage(stage.title, language)] as const);
}

type Named = readonly (readonly [id: string, title: string])[];

function choiceOf(named: Named): DataSchema {
  return { type: "string", enum: named.map(([id]) => id), "x-labels": Object.fromEntries(named) };
}

function severalOf(named: Named, title: string): DataSchema {
  return { type: "array", uniqueItems: true, items: choiceOf(named), title, "x-widget": "checkboxes" };
}

/** The stages that a case can be in; it leaves no final one. */
function stageNames({ definition, language }: ShapeContext, which: "all" | "left"): Named {
  return stagesOf(definition)
    .filter(({ leaf, final }) => leaf && (which === "all" || !final))
    .map(({ path, title }) => [path, inLanguage(title, language)] as const);
}

function actionNames({ definition, language }: ShapeContext): Named {
  const titles = eventTitles(definition);
  const events = nodesOf(stateTree(definition))
    .flatMap(transitionsOf)
    .flatMap(({ cause, name }) => (cause === "on" && name !== "*" ? [name] : []));
  return [...new Set(events)].map((event) => [event, inLanguage(titles.get(event) ?? event, language)] as const);
}

function titles(say: Say): { readonly titleFr: DataSchema; readonly titleEn: DataSchema } {
  return {
    titleFr: { type: "string", minLength: 1, maxLength: 80, title: say("settings.titleFr") },
    titleEn: { type: "string", maxLength: 80, title: say("settings.titleEn") },
  };
}

function stageSchema({ say }: ShapeContext): DataSchema {
  const colors = Object.keys(lightStages).map(
    (color) => [color, say(`studio.color-${color}` as "studio.color-blue")] as const,
  );
  return {
    type: "object",
    required: ["titleFr"],
    properties: {
      ...titles(say),
      color: { ...choiceOf(colors), title: say("studio.color") },
      final: { type: "boolean", title: say("studio.finalStage") },
    },
  };
}

function actionSchema(context: ShapeContext): DataSchema {
  const { say } = context;
  return {
    type: "object",
    required: ["titleFr", "from", "to"],
    properties: {
      ...titles(say),
      from: { ...severalOf(stageNames(context, "left"), say("studio.actionFrom")), minItems: 1 },
      to: { ...choiceOf(stageNames(context, "all")), title: say("studio.actionTo") },
      roles: {
        ...severalOf(
          context.roles.map(({ id, title }) => [id, title] as const),
          say("studio.actionRoles"),
        ),
        "x-help": say("studio.actionRolesHelp"),
      },
    },
  };
}

function fieldSchema(context: ShapeContext): DataSchema {
  const { say, types } = context;
  const kinds = simpleKinds.map((kind) => [kind, say(kindWord(kind))] as const);
  const records = types.filter(({ kind }) => kind === "record").map(({ id, title }) => [id, title] as const);
  const when = (of: readonly string[], name: string, schema: DataSchema) =>
    askedWhen({ properties: { kind: { enum: of } }, required: ["kind"] }, name, schema);
  const places: Named = [[atCreation, say("studio.askedFirst")], ...actionNames(context)];
  return {
    type: "object",
    required: ["titleFr", "kind"],
    properties: {
      ...titles(say),
      kind: { ...choiceOf(kinds), title: say("settings.kind"), default: "text" },
      askedBy: severalOf(places, say("studio.askedBy")),
      required: { type: "boolean", title: say("settings.isRequired") },
    },
    allOf: [
      when(["choice", "choices"], "choices", {
        type: "array",
        minItems: 1,
        title: say("settings.choices"),
        items: { type: "string", maxLength: 100 },
      }),
      when(["reference"], "reference", { ...choiceOf(records), title: say("settings.referenceTo") }),
    ],
  };
}

function ruleSchema(context: ShapeContext): DataSchema | string {
  const { definition, say, language } = context;
  const fields = fieldsOf(definition.schema ?? {});
  const actions = actionNames(context);
  if (fields.length === 0) return say("studio.ruleNeedsField");
  if (actions.length === 0) return say("studio.ruleNeedsAction");
  const named = (isOne: (schema: DataSchema) => boolean): Named =>
    fields
      .filter(({ schema }) => isOne(schema))
      .map(({ name, schema }) => [name, inLanguage(schema["x-title"] ?? schema.title ?? name, language)] as const);
  const dates = named(({ format }) => format === "date" || format === "date-time");
  const numbers = named(({ type }) => type === "number" || type === "integer");
  const has = { filled: true, date: dates.length > 0, compare: numbers.length > 0 };
  const kinds = ruleKinds.filter((kind) => has[kind]).map((kind) => [kind, say(`studio.rule-${kind}`)] as const);
  const asked = (kind: string, name: string, schema: DataSchema) =>
    askedWhen({ properties: { kind: { const: kind } }, required: ["kind"] }, name, schema);
  const dateWords = ["before", "onOrBefore", "onOrAfter", "after"] as const;
  const signs = ["=", "!=", "<", "<=", ">", ">="] as const;
  const today = ["today", say("studio.ruleToday")] as const;
  return {
    type: "object",
    required: ["events", "kind", "titleFr"],
    properties: {
      events: { ...severalOf(actions, say("studio.ruleEvents")), minItems: 1 },
      kind: { ...choiceOf(kinds), title: say("studio.ruleKind"), "x-widget": "radio", default: "filled" },
      ...ruleSentences(say),
    },
    allOf: [
      asked("filled", "field", { ...choiceOf(named(() => true)), title: say("studio.ruleField") }),
      asked("date", "dateField", { ...choiceOf(dates), title: say("studio.ruleDate") }),
      asked("date", "dateIs", {
        ...choiceOf(dateWords.map((is) => [is, say(`studio.rule-${is}`)] as const)),
        title: say("studio.ruleIs"),
      }),
      asked("date", "dateThan", { ...choiceOf([today, ...dates]), title: say("studio.ruleThan") }),
      asked("compare", "numberField", { ...choiceOf(numbers), title: say("studio.ruleNumber") }),
      asked("compare", "numberIs", {
        ...choiceOf(signs.map((is) => [is, say(`studio.rule-${is}`)] as const)),
        title: say("studio.ruleIs"),
      }),
      asked("compare", "number", { type: "number", title: say("studio.ruleValue") }),
    ],
  };
}

function ruleSentences(say: Say): { readonly titleFr: DataSchema; readonly titleEn: DataSchema } {
  return {
    titleFr: { type: "string", minLength: 1, maxLength: 250, title: say("studio.ruleFr") },
    titleEn: { type: "string", maxLength: 250, title: say("studio.ruleEn") },
  };
}

function deadlineSchema(context: ShapeContext): DataSchema {
  const { say } = context;
  const outcomes: Named = [
    ["move", say("studio.deadlineMove")],
    ["task", say("studio.deadlineTask")],
  ];
  const units = (["days", "workingDays", "months", "years"] as const).map(
    (unit) => [unit, say(`studio.unit-${unit}`)] as const,
  );
  const whenIt = (outcome: string): DataSchema => ({
    properties: { outcome: { const: outcome } },
    required: ["outcome"],
  });
  return {
    type: "object",
    required: ["from", "count", "unit", "outcome"],
    properties: {
      from: { ...severalOf(stageNames(context, "left"), say("studio.deadlineFrom")), minItems: 1 },
      count: { type: "integer", minimum: 1, maximum: 3650, title: say("studio.deadlineCount") },
      unit: { ...choiceOf(units), title: say("studio.deadlineUnit"), default: "days" },
      outcome: { ...choiceOf(outcomes), title: say("studio.deadlineThen"), "x-widget": "radio" },
    },
    allOf: [
      askedWhen(whenIt("move"), "to", { ...choiceOf(stageNames(context, "all")), title: say("studio.actionTo") }),
      askedWhen(whenIt("task"), "taskFr", {
        type: "string",
        minLength: 1,
        maxLength: 200,
        title: say("studio.taskFr"),
      }),
      offeredWhen(whenIt("task"), "taskEn", { type: "string", maxLength: 200, title: say("studio.taskEn") }),
    ],
  };
}
