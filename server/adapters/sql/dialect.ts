import type { Knex } from "knex";
import type { Change } from "../../domain/changes/change.ts";
import type { FieldRef } from "../../domain/records/record-reader.ts";
import type { Sql } from "./sql.ts";
import type { Row, Statement } from "./statement.ts";

/** All that differs between the two databases. */
export interface Dialect {
  readonly name: "sqlite" | "postgres";
  /** The rows in what `knex.raw` answers. */
  rowsOf(answer: unknown): readonly Row[];
  /** Another transaction got in between: the same group may pass when it is judged again. */
  isRetryable(error: unknown): boolean;
  readonly changes: ChangeStatements;
  readonly queue: QueueStatements;
  readonly reads: ReadStatements;
  readonly expressions: Expressions;
  readonly tables: Tables;
}

/** The set-based statements of a group of changes. */
export interface ChangeStatements {
  /** Takes `FactKeys` as JSON; answers rows of `{fact, a, b, c, d, n}`. In a transaction they stay true until its end. */
  readonly facts: Statement;
  /**
   * Whether these changes can be written without a transaction around facts and writing: the statement that writes them
   * fails, with a retryable error, when others have written in between.
   */
  isOptimistic(changes: readonly Change[]): boolean;
  /** Whether the statements that write a group take one more parameter: the change count that the facts told, or null. */
  readonly takesChangeCount: boolean;
  /** Takes a JSON array of ids; answers `{id, count, example, type}` for each that others refer to. */
  readonly referrers: Statement;
  /**
   * Takes a JSON array of sorted keys, and locks them until the transaction ends. Null where transactions follow each
   * other anyway.
   */
  readonly lockPremises: Statement | null;
  /** Takes the parts of a group, each a JSON array or null, in the order of `groupParts`, then the number of changes. */
  readonly writeGroup: Statement;
  /** The same for `moveParts` alone: no index of a field and no word has to be looked at. */
  readonly writeMoves: Statement;
  /** Takes a JSON array of `{id, version, keys, label, labelKey, words}`: the search entries alone, of records still at that version. */
  readonly updateEntries: Statement;
}

/** Statements that every request runs. */
export interface ReadStatements {
  /**
   * Takes JSON `{ids, known, counts}`; answers the count of changes in a row without an id, and the live records with
   * these ids and those that they refer to, two references deep; those of `known` unless it is one of these counts.
   */
  readonly recordsAround: Statement;
}

/**
 * Statements that lease what is due and answer the rows as they are then. A lease that ends later than any lease may
 * last was made before the clock was set back: it is void.
 */
export interface QueueStatements {
  /** Takes now, how many, the end of the lease, and the latest end that a lease may have. */
  readonly leaseTimers: Statement;
  readonly leaseEffects: Statement;
  /** Takes JSON `{ids, types | null}` and the end of the lease; leases effects that nobody has tried yet. */
  readonly leaseEffectsOf: Statement;
}

/** Where a data field stands: its dotted path, and what its values are compared as. */
export interface DataField {
  readonly name: string;
  readonly kind: Exclude<FieldRef["kind"], "system">;
}

/** A value that conditions compare with. */
export type Compared = string | number | boolean;

/** SQL expressions over a row of `records` called `alias`. */
export interface Expressions {
  /** The value that filters compare and the view of the type shows; null where the document holds another kind of value. */
  value(alias: string, field: DataField): string;
  /** The folded text that a text field is sorted by. */
  sortKey(alias: string, name: string): string;
  /** The value as JSON text, null when it is missing. */
  json(alias: string, name: string): string;
  /** A text as JSON text. */
  quoted(text: string): string;
  /** The list of that field holds one of the values. */
  holdsOneOf(list: ListColumn, values: readonly Compared[]): Sql;
  isOneOf(expression: string, values: readonly Compared[]): Sql;
  /**
   * What follows the table's name so that the records of a type are read in the order of a field, off its index; null
   * when there is no such index.
   */
  inOrderOf(type: string, field: FieldRef): string | null;
  /** The index that holds the values of a field, so that they are read without the records; null when there is none. */
  valueIndex(type: string, field: FieldRef): ValueIndex | null;
  /** All values of a column as one JSON list. */
  listed(expression: string): string;
  /** JSON text as plain text, which a list of JSON holds as such. */
  asText(expression: string): string;
  /** The expression to sort by where records are found by their conditions first: not off the index of the order. */
  toSort(expression: string): string;
  /** The expression of a condition on records that others find: not looked up in its own index. */
  atHand(expression: string): string;
  /** The statement names an index that is not there: the type has not been prepared yet. */
  isMissingIndex(error: unknown): boolean;
  /** A value to compare with. */
  bound(value: Compared): Sql;
  /** The field, of whatever length, has this value. */
  equals(alias: string, field: DataField, value: Compared): Sql;
  /** The record has, for every group, a word that begins with one of its prefixes. */
  hasWords(found: FoundWords): Sql;
  /** The same, of a record that is being looked at: no others are looked for. */
  saysWords(alias: string, groups: FoundWords["groups"]): Sql;
  /**
   * What the records are read from, one by one as they are found, when that condition finds them; null where the
   * database needs no telling.
   */
  streamOf(source: ListColumn | FoundWords, values: readonly Compared[]): Stream | null;
  /** The part stands somewhere in the text. */
  contains(text: string, part: Sql): Sql;
  /** Days from one ISO date or instant to another, with their fraction; null where one of them is none. */
  days(from: string, to: string): string;
}

/** An index of a type that begins with what a field is compared by, if it was made: `type_plans` tells. */
export interface ValueIndex {
  readonly name: string;
  /** Its columns, as the statement that made it has them. */
  readonly columns: string;
  /** What follows the table's name so that it is taken. */
  readonly hint: string;
}

/** Full text: for every group a word that begins with one of its prefixes. */
export interface FoundWords {
  readonly alias: string;
  readonly groups: readonly (readonly string[])[];
  /** As in {@link ListColumn}. */
  readonly atHand: boolean;
}

/** Tables that hand records on as they find them, and the condition that they find them by. */
export interface Stream {
  readonly from: string;
  /** The part of `from` that has a row for each, where all of them are live records of the type; else null. */
  readonly alone: string | null;
  readonly where: Sql;
}

/** A list field of a type. */
export interface ListColumn {
  readonly alias: string;
  readonly type: string;
  readonly name: string;
  readonly indexed: boolean;
  /** The records are at hand, to be looked at one by one, rather than to be found. */
  readonly atHand: boolean;
}

/** Tables, indexes and views. */
export interface Tables {
  /** Makes the tables of records. */
  create(knex: Knex): Promise<void>;
  /** Holds the tables for the migrations of one process until the transaction ends. */
  lockForMigration(transaction: Knex): Promise<void>;
  /** What makes the lists of a type fast that go by what the engine keeps of each record. */
  systemPlans(type: string, kind: "record" | "workflow"): readonly Plan[];
  /** What makes an indexed field of a type fast. */
  fieldPlans(type: string, field: DataField): readonly Plan[];
  /**
   * Looks again at what the records are like, so that the better of two indexes is taken, and puts what was written last
   * where searches find it soonest. Quick at any size.
   */
  refreshStatistics(knex: Knex): Promise<void>;
  /** Whether a table bears that name, which a view then cannot. */
  hasTable(knex: Knex, name: string): Promise<boolean>;
  /** The words of a record as its `words` column holds them. */
  encodeWords(words: readonly string[]): string;
}

/** An index, a view, or what stands for one, with the statements that make and drop it. */
export interface Plan {
  readonly name: string;
  readonly make: readonly string[];
  readonly drop: readonly string[];
}
