import { asList } from "../../server/engine/definition/as-list.ts";
import { nodesOf, stateTree } from "../../server/engine/definition/state-tree.ts";
import { systemFields } from "../../server/engine/definition/system-fields.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import type {
  DelayDefinition,
  GuardDefinition,
  StateDefinition,
  TransitionDefinition,
  Transitions,
  WorkflowDefinition,
} from "../../server/plugin-api/workflow-definition.ts";
import { type SimpleKind, schemaOfKind } from "../pages/settings/field-kinds.ts";
import { keyOf } from "../schema-ui/key-of.ts";
import { bothLanguages, changedStates, type Titled, targetOf, unusedName } from "./shape-machine.ts";

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

/** What the form of a new rule asks: an action waits until a field is filled in. */
export interface NewRule extends Titled {
  readonly events: readonly string[];
  readonly field: string;
}

/** What the form of a new deadline asks: days after which a case goes on by itself, or somebody is given a task. */
export interface NewDeadline {
  readonly from: readonly string[];
  readonly days: number;
  readonly workingDays?: boolean;
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

/** The definition with a rule on every transition of these events: it waits until the field is filled in, and says so. */
export function withRule(definition: WorkflowDefinition, asked: NewRule): WorkflowDefinition {
  const { events, field } = asked;
  const isYesOrNo = definition.schema?.properties?.[field]?.type === "boolean";
  const filled: DataSchema = isYesOrNo ? { const: true } : { not: { enum: [null, ""] } };
  const rule: GuardDefinition = {
    type: "schema",
    params: {
      schema: { properties: { case: { required: [field], properties: { [field]: filled } } } },
      code: `${keyOf(field, "-")}-missing`,
      field,
      message: bothLanguages(asked),
    },
  };
  const guarded = (transition: TransitionDefinition): TransitionDefinition => ({
    ...transition,
    guard: transition.guard === undefined ? rule : { type: "all", params: { guards: [transition.guard, rule] } },
  });
  const machine = everyTransition(definition.machine, (event, transition) =>
    events.includes(event) ? guarded(transition) : transition,
  );
  return { ...definition, machine };
}

/** The definition with one more deadline of each of these stages. */
export function withDeadline(definition: WorkflowDefinition, asked: NewDeadline): WorkflowDefinition {
  const duration = `P${asked.days}D`;
  // Two transitions of one delay are alternatives: a second deadline of as many days has a delay of its own.
  const isTaken = (name: string) => isDelayOf(definition, name);
  const name = unusedName(asked.workingDays ? `working-days-${asked.days}` : duration, isTaken);
  const delay: DelayDefinition = { duration, ...(asked.workingDays ? { workingDays: true } : {}) };
  const transition: TransitionDefinition =
    asked.outcome === "move" ? { target: targetOf(definition, asked.to ?? "") } : { actions: taskOf(asked) };
  const add = (state: StateDefinition): StateDefinition => ({
    ...state,
    after: { ...state.after, [name]: transition },
  });
  const states = asked.from.reduce(
    (all, path) => changedStates(all, path.split("."), add),
    definition.machine.states ?? {},
  );
  return {
    ...definition,
    ...(name === duration ? {} : { delays: { ...definition.delays, [name]: delay } }),
    machine: { ...definition.machine, states },
  };
}

function isDelayOf({ delays = {}, ...definition }: WorkflowDefinition, name: string): boolean {
  const states = nodesOf(stateTree(definition)).map((node) => node.definition);
  return Object.hasOwn(delays, name) || states.some(({ after = {} }) => Object.hasOwn(after, name));
}

function taskOf({ taskFr = "", taskEn }: NewDeadline) {
  const title = bothLanguages({ titleFr: taskFr, ...(taskEn ? { titleEn: taskEn } : {}) });
  return { type: "task", params: { title, dueIn: "P0D", assignee: "$case.assigneeId" } };
}

/** The state with each transition of its events changed, inner states too; one stays in the short form it was written in. */
function everyTransition(
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
