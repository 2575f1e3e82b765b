import type { Expressions } from "../dialect.ts";
import { isNeverNull, systemColumn } from "./field-columns.ts";

/** A dotted name that follows a reference: `journeyId.assigneeId`. */
const followed = /^(?<reference>.+Id)\.(?<name>[^.]+)$/;

/** Expressions of fields that are known by name alone, with the joins that those of other records need. */
export class GroupedFields {
  readonly #expressions: Expressions;
  readonly #alias: string;
  readonly #references: string[] = [];

  constructor(expressions: Expressions, alias: string) {
    this.#expressions = expressions;
    this.#alias = alias;
  }

  /** The value as JSON text. */
  json(name: string): string {
    const field = this.#find(name);
    const data = this.#expressions.json(field.alias, field.name);
    if (field.column === null) return data;
    const column = this.#expressions.quoted(field.column);
    return field.isShared ? `CASE WHEN ${field.column} IS NULL THEN ${data} ELSE ${column} END` : column;
  }

  text(name: string): string {
    const field = this.#find(name);
    const data = this.#expressions.value(field.alias, { name: field.name, kind: "date" });
    if (field.column === null) return data;
    return field.isShared ? `coalesce(${field.column}, ${data})` : field.column;
  }

  /** The first characters of a text, as JSON text. */
  beginning(name: string, length: number): string {
    return this.#expressions.quoted(`substr(${this.text(name)}, 1, ${length})`);
  }

  joins(): string {
    return this.#references
      .map((reference, index) => {
        const id = this.#expressions.value(this.#alias, { name: reference, kind: "exact" });
        return `LEFT JOIN records ${this.#alias}${index} ON ${this.#alias}${index}.id = ${id}`;
      })
      .join(" ");
  }

  #find(path: string) {
    const { reference, name } = followed.exec(path)?.groups ?? {};
    if (reference === undefined || name === undefined) return describe(this.#alias, path);
    if (!this.#references.includes(reference)) this.#references.push(reference);
    return describe(`${this.#alias}${this.#references.indexOf(reference)}`, name);
  }
}

/** Record types may have data called like what only cases keep in a column, such as `assigneeId`: then that is meant. */
function describe(alias: string, name: string) {
  const column = systemColumn(name);
  return {
    alias,
    name,
    column: column === undefined ? null : `${alias}.${column}`,
    isShared: column !== undefined && !isNeverNull({ name, kind: "system" }),
  };
}
