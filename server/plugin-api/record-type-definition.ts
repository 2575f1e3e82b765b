import type { DataSchema } from "./data-schema.ts";
import type { Json } from "./json.ts";
import type { Text } from "./text.ts";
import type { ActionDefinition, GuardDefinition } from "./workflow-definition.ts";

/** Who may do what. A role that is not named may not; `admin` always may. */
export interface Permissions {
  readonly read?: readonly string[];
  readonly create?: readonly string[];
  readonly update?: readonly string[];
  readonly delete?: readonly string[];
  readonly events?: { readonly [event: string]: readonly string[] };
  readonly fields?: {
    readonly [field: string]: { readonly read?: readonly string[]; readonly write?: readonly string[] };
  };
  readonly scope?: { readonly [role: string]: ScopeRule };
}

/**
 * Which records of the type a role is about. `where` compares fields, `$user.partnerId` standing for a field of the
 * reader's account; `linkedFrom` asks that a record of another type, itself in the reader's scope, refers to this one.
 */
export interface ScopeRule {
  readonly where?: { readonly [field: string]: string };
  readonly linkedFrom?: { readonly type: string; readonly field: string };
}

/** A value that is computed, never typed: added to an array field while its rule holds. Computed again every day. */
export interface Derivation {
  readonly field: string;
  readonly value: string;
  readonly when: GuardDefinition;
}

/** How the list of a type looks at first. */
export interface ListView {
  readonly columns?: readonly string[];
  readonly filters?: readonly string[];
  /** `["field", "ASC" | "DESC"]`. */
  readonly sort?: readonly [string, "ASC" | "DESC"];
}

/** One record type, as its file and its versions keep it. */
export interface RecordTypeDefinition {
  readonly $schema?: string;
  readonly id: string;
  readonly title: Text;
  readonly description?: Text;
  readonly icon?: string;
  /** How one record is called: `"{firstName} {usageName|lastName}"`, the first that is filled in of the names split by `|`. */
  readonly display: string;
  /**
   * What lists put its records in order by where that is not how they are called: `"{usageName|lastName} {firstName}"`.
   * Cases that are called after them stand in that order too.
   */
  readonly sortName?: string;
  /** Fields that tell two of its records apart that are called the same, told wherever one is chosen by its name. */
  readonly tellApart?: readonly string[];
  readonly schema: DataSchema;
  /** What making one is called: "Add a book". */
  readonly create?: { readonly title: Text };
  readonly permissions?: Permissions;
  readonly derived?: readonly Derivation[];
  readonly list?: ListView;
  readonly facts?: readonly string[];
  /**
   * What names a record in the world outside: lists of fields, tried in order. An import that meets the same values
   * again changes that record instead of making another: `[["siret"], ["name", "postalCode"]]`.
   */
  readonly keys?: readonly (readonly string[])[];
  /** Its records hang on those that they refer to: there they have a tab of their own, where one is added in place. */
  readonly tab?: { /** What adding one is called. */ readonly add: Text };
  /** Reads of it are logged for the administrator: the file of a person. */
  readonly personal?: boolean;
  readonly privacy?: PrivacyRules;
  /** Done after a record is created or changed, through the outbox, like the actions of a machine. */
  readonly effects?: { readonly create?: readonly ActionDefinition[]; readonly update?: readonly ActionDefinition[] };
}

/** How a person is forgotten whom the records of a type are about. */
export interface PrivacyRules {
  /**
   * Fields that refer to whom the record is about: it is forgotten with them. Without it, every reference to a type
   * that is `personal`.
   */
  readonly about?: readonly string[];
  /**
   * Fields that stay when it is forgotten, so that figures go on counting it: the record stays without a name. Without
   * it nothing stays, and the record is gone.
   */
  readonly keep?: readonly string[];
  /** When it is forgotten by itself: as soon as one of the rules says so. */
  readonly retention?: readonly RetentionRule[];
}

/** How long records of a type are kept, and from when that is counted. */
export interface RetentionRule {
  /** ISO-8601 duration, such as `P2Y`. */
  readonly after: string;
  /** The date that it counts from; without it, the last thing that somebody did with the record or with what is about it. */
  readonly since?: string;
  /** Only records that this filter finds. */
  readonly where?: { readonly [field: string]: Json };
}
