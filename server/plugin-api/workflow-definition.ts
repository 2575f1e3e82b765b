import type { DataSchema } from "./data-schema.ts";
import type { JsonObject } from "./json.ts";
import type { Derivation, ListView, Permissions, PrivacyRules } from "./record-type-definition.ts";
import type { Text } from "./text.ts";

/** A rule: built in (`schema`, `all`, `any`, `not`, `date`, `compare`, `count`, `text`) or contributed by a plugin. */
export interface GuardDefinition {
  readonly type: string;
  readonly params?: GuardParams;
}

/** The parameters of a guard, and the words in which it blocks. */
export interface GuardParams {
  /** The sentence that is shown when the rule blocks. */
  readonly message?: Text;
  /** A stable code for it. */
  readonly code?: string;
  /** The field to look at. */
  readonly field?: string;
  /** What would unblock it: an event of the case, or a page of the back office. */
  readonly unblock?: { readonly title: Text; readonly event?: string; readonly path?: string };
  readonly [param: string]: unknown;
}

/** Something to do: built in (`set`, `create`, `send`, `update`, `task`) or contributed by a plugin. */
export interface ActionDefinition {
  readonly type: string;
  readonly params?: JsonObject;
}

/** A transition of the machine, as XState v5 writes it, with our `meta`. */
export interface TransitionDefinition {
  readonly target?: string | readonly string[];
  readonly guard?: string | GuardDefinition;
  readonly actions?: string | ActionDefinition | readonly (string | ActionDefinition)[];
  readonly reenter?: boolean;
  readonly description?: string;
  readonly meta?: TransitionMeta;
}

/** What people see of a transition, and who may take it. */
export interface TransitionMeta {
  readonly title?: Text;
  /** What will happen, said before the action is taken. */
  readonly effect?: Text;
  /** The id of the form to fill in; without it, the form that has the event's name. */
  readonly form?: string;
  /** Sent by the engine's own actions alone, never from outside. */
  readonly internal?: true;
  /** The usual next step of the stage: its button is the filled one. */
  readonly primary?: true;
  /** Asks before it acts. */
  readonly confirm?: Text;
  /** For how long the step can be taken back, ISO-8601 (`PT2H`); never without it, nor when it acts beyond the case. */
  readonly undo?: string;
}

/** One transition or several, of which the first whose guard holds is taken. */
export type Transitions = string | TransitionDefinition | readonly (string | TransitionDefinition)[];

/** A node of the machine: the JSON of an XState v5 machine. */
export interface StateDefinition {
  readonly id?: string;
  readonly type?: "atomic" | "compound" | "parallel" | "final" | "history";
  readonly initial?:
    | string
    | { readonly target: string | readonly string[]; readonly actions?: StateDefinition["entry"] };
  readonly history?: "shallow" | "deep" | boolean;
  readonly target?: string;
  readonly states?: { readonly [name: string]: StateDefinition };
  readonly on?: { readonly [event: string]: Transitions };
  readonly always?: Transitions;
  readonly after?: { readonly [delay: string]: Transitions };
  readonly onDone?: Transitions;
  readonly entry?: string | ActionDefinition | readonly (string | ActionDefinition)[];
  readonly exit?: string | ActionDefinition | readonly (string | ActionDefinition)[];
  readonly tags?: string | readonly string[];
  readonly meta?: StateMeta;
  readonly description?: string;
}

/** What people see of a stage. */
export interface StateMeta {
  readonly title?: Text;
  readonly color?: StageColor;
}

/** The palette that stays distinct for colour-blind people. */
export type StageColor = "slate" | "blue" | "teal" | "green" | "olive" | "amber" | "orange" | "red" | "pink" | "violet";

/**
 * When a named delay of `after` is due. Without `field` it counts from the moment the stage is entered;
 * with it, from a date of the case, and is computed again when that date changes. An unnamed delay is an ISO-8601
 * duration written as the key of `after` itself (`"P30D"`).
 */
export interface DelayDefinition {
  /** ISO-8601 duration, such as `P6M`. */
  readonly duration?: string;
  /** Path of a date or instant of the case's data. */
  readonly field?: string;
  /** Count the days of the duration in working days of the office. */
  readonly workingDays?: true;
  readonly title?: Text;
}

/** What creating a case asks for. */
export interface CreateDefinition {
  readonly title?: Text;
  readonly form?: string | DataSchema;
  readonly roles?: readonly string[];
  readonly guard?: GuardDefinition;
}

/** One workflow, as its file and its versions keep it. Only `id`, `title` and `machine` are required. */
export interface WorkflowDefinition {
  readonly $schema?: string;
  readonly id: string;
  readonly title: Text;
  readonly description?: Text;
  readonly icon?: string;
  /** How one case is called: `"{seekerId}"` writes the display name of the record that the field refers to. */
  readonly display?: string;
  readonly schema?: DataSchema;
  readonly create?: CreateDefinition;
  readonly machine: StateDefinition;
  readonly delays?: { readonly [name: string]: DelayDefinition };
  readonly forms?: { readonly [id: string]: DataSchema };
  readonly permissions?: Permissions;
  readonly derived?: readonly Derivation[];
  readonly list?: ListView;
  readonly board?: BoardView;
  /** Fields first shown on the case page. */
  readonly facts?: readonly string[];
  /** Reads of it are logged for the administrator: the file of a person. */
  readonly personal?: boolean;
  readonly privacy?: PrivacyRules;
  readonly effects?: { readonly create?: readonly ActionDefinition[]; readonly update?: readonly ActionDefinition[] };
}

/** The columns of the board of a workflow. */
export interface BoardView {
  /** Stages that have a column, in order; without it, every stage in the order of the machine. */
  readonly columns?: readonly string[];
  /**
   * The one line that matters on a card, by stage: a template like `display`, in words. A date may be written as its
   * `age`, `day` or `time`; what stands between brackets is left out when a field in it is empty:
   * `{ "fr": "{place}[, jusqu'au {endOn:day}]", "en": "{place}[, until {endOn:day}]" }`.
   */
  readonly card?: { readonly [stage: string]: Text };
}
