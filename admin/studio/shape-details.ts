import { asList } from "../../server/engine/definition/as-list.ts";
import { nodesOf, stateTree } from "../../server/engine/definition/state-tree.ts";
import { systemFields } from "../../server/engine/definition/system-fields.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import type {
  DelayDefinition,
  StateDefinition,
  TransitionDefinition,
  Transitions,
  WorkflowDefinition,
} from "../../server/plugin-api/workflow-definition.ts";
import { type SimpleKind, schemaOfKind } from "../pages/settings/field-kinds.ts";
import { keyOf } from "../schema-ui/key-of.ts";
import { bothLanguages, changedStage, type Titled, targetOf, unusedName } from "./shape-machine.ts";

/** Where a field may be asked for beside the actions: when the case is created. */
export const atCreation = "create";

/** What the form of a new field asks. */
export interface NewField extends Titled {
  readonly kind: SimpleKind;
  readonly choices?: readonly string[];
  readonly reference?: string;
  /** The events whose forms ask for it, `atCreation` among them. */
  readonly askedBy?: readonly string[];
  readonly required?: boolean;
}

/** How the length of a deadline is counted. */
export type DeadlineUnit = "days" | "workingDays" | "months" | "years";

/** What the form of a new deadline asks: a time after which a case goes on by itself, or somebody is given a task. */
export interface NewDeadline {
  readonly from: readonly string[];
  readonly count: number;
  readonly unit: DeadlineUnit;
  readonly outcome: "move" | "task";
  readonly to?: string;
  readonly taskFr?: string;
  readonly taskEn?: string;
}

const noData: DataSchema = { type: "object", properties: {} };

/** The definition with one more field of its cases, asked for where it says. */
export function withCaseField(definition: WorkflowDefinition, asked: NewField): WorkflowDefinition {
  const data = definition.schema ?? noData;
  const isTaken = (name: string) => systemFields.has(name) || name in (data.properties ?? {});
  const name = unusedName(keyOf(asked.titleFr, ""), isTaken);
  const kind = schemaOfKind(asked.kind, { choices: asked.choices ?? [], reference: asked.reference ?? "" });
  const field: DataSchema = { ...kind, "x-title": bothLanguages(asked) };
  const add = (schema: DataSchema, required = false): DataSchema => ({
    ...schema,
    properties: { ...schema.properties, [name]: field },
    ...(required ? { required: [...(schema.required ?? []), name] } : {}),
  });
  const askedBy = new Set(asked.askedBy ?? []);
  const isAskedFirst = askedBy.delete(atCreation);
  // Without a form of its own, creation asks for all the data there are.
  const first = definition.create?.form ?? (isAskedFirst ? undefined : data);
  const names = formNames(definition, askedBy);
  if (isAskedFirst && typeof first === "string") names.add(first);
  const forms = Object.fromEntries(
    [...names].map((form) => [form, add(definition.forms?.[form] ?? noData, asked.required)] as const),
  );
  return {
    ...definition,
    schema: add(data, isAskedFirst && first === undefined && asked.required),
    ...(first === undefined
      ? {}
      : {
          create: {
            ...definition.create,
            form: isAskedFirst && typeof first !== "string" ? add(first, asked.required) : first,
          },
        }),
    ...(names.size === 0 ? {} : { forms: { ...definition.forms, ...forms } }),
  };
}

/** The forms that these events ask: the one that a transition names, else that of the event's own name. */
function formNames(definition: WorkflowDefinition, events: ReadonlySet<string>): Set<string> {
  const names = new Set<string>();
  everyTransition(definition.machine, (event, transition) => {
    if (events.has(event)) names.add(transition.meta?.form ?? event);
    return transition;
  });
  return names;
}

/** The definition with one more deadline of each of these stages. */
export function withDeadline(definition: WorkflowDefinition, asked: NewDeadline): WorkflowDefinition {
  const delay = delayOfLength(asked);
  const name = unusedDelay(definition, delay);
  const transition = outcomeOf(definition, asked);
  const add = (state: StateDefinition): StateDefinition => ({
    ...state,
    after: { ...state.after, [name]: transition },
  });
  return asked.from.reduce((all, path) => changedStage(all, path, add), withDelay(definition, name, delay));
}

/** A length as a delay of the definition. */
export function delayOfLength({ count, unit }: Pick<NewDeadline, "count" | "unit">): DelayDefinition {
  const letter = { days: "D", workingDays: "D", months: "M", years: "Y" }[unit];
  return { duration: `P${count}${letter}`, ...(unit === "workingDays" ? { workingDays: true } : {}) };
}

/** A name for that delay. Two transitions of one delay are alternatives: a second deadline as long has one of its own. */
export function unusedDelay(definition: WorkflowDefinition, { duration = "", workingDays }: DelayDefinition): string {
  const states = nodesOf(stateTree(definition)).map((node) => node.definition);
  return unusedName(
    workingDays ? `working-days-${duration.slice(1, -1)}` : duration,
    (name) =>
      Object.hasOwn(definition.delays ?? {}, name) || states.some(({ after = {} }) => Object.hasOwn(after, name)),
  );
}

/** The definition with that delay, unless its name says all. */
export function withDelay(definition: WorkflowDefinition, name: string, delay: DelayDefinition): WorkflowDefinition {
  const isSaid = name === delay.duration && Object.keys(delay).length === 1;
  return isSaid ? definition : { ...definition, delays: { ...definition.delays, [name]: delay } };
}

/** What a deadline does, as its transition. */
export function outcomeOf(
  definition: WorkflowDefinition,
  { outcome, to = "", taskFr = "", taskEn }: Omit<NewDeadline, "from" | "count" | "unit">,
): TransitionDefinition {
  if (outcome === "move") return { target: targetOf(definition, to) };
  const title = bothLanguages({ titleFr: taskFr, ...(taskEn ? { titleEn: taskEn } : {}) });
  return { actions: { type: "task", params: { title, dueIn: "P0D", assignee: "$case.assigneeId" } } };
}

/** The state with each transition of its events changed, inner states too; one stays in the short form it was written in. */
export function everyTransition(
  state: StateDefinition,
  change: (event: string, transition: TransitionDefinition) => TransitionDefinition,
): StateDefinition {
  const changed = (event: string, transitions: Transitions): Transitions => {
    const list = asList(transitions).map((each) => {
      const before = typeof each === "string" ? { target: each } : each;
      const after = change(event, before);
      return after === before ? each : after;
    });
    return Array.isArray(transitions) ? list : (list[0] ?? transitions);
  };
  const on = Object.entries(state.on ?? {}).map(([event, each]) => [event, changed(event, each)] as const);
  const states = Object.entries(state.states ?? {}).map(
    ([key, inner]) => [key, everyTransition(inner, change)] as const,
  );
  return {
    ...state,
    ...(state.on ? { on: Object.fromEntries(on) } : {}),
    ...(state.states ? { states: Object.fromEntries(states) } : {}),
  };
}
