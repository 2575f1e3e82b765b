/** What a `?` may stand for. */
export type Bound = string | number | boolean | null;

/** A piece of SQL with the values of its `?` placeholders, in their order. */
export interface Sql {
  readonly text: string;
  readonly values: readonly Bound[];
}

/**
 * Writes a piece of SQL out of other pieces.
 *
 * @example
 * sql`SELECT id FROM records r WHERE ${and(conditions)} LIMIT ${bind(25)}`
 */
export function sql(strings: TemplateStringsArray, ...pieces: readonly (Sql | string)[]): Sql {
  const parts = pieces.map((piece) => (typeof piece === "string" ? { text: piece, values: [] } : piece));
  return {
    text: strings.reduce((text, string, index) => text + (parts[index - 1]?.text ?? "") + string),
    values: parts.flatMap((part) => part.values),
  };
}

/** A value that the driver binds. */
export function bind(bound: Bound): Sql {
  return { text: "?", values: [bound] };
}

/** A text literal, where an index must recognise it or a placeholder cannot stand. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** All of them hold; true when there are none. */
export function and(conditions: readonly Sql[]): Sql {
  return joined(conditions, " AND ", "1 = 1");
}

/** One of them holds; false when there are none. */
export function or(conditions: readonly Sql[]): Sql {
  return joined(conditions, " OR ", "1 = 0");
}

function joined(conditions: readonly Sql[], separator: string, none: string): Sql {
  if (conditions.length === 0) return sql`${none}`;
  const text = conditions.map((condition) => condition.text).join(separator);
  return { text: `(${text})`, values: conditions.flatMap((condition) => condition.values) };
}
