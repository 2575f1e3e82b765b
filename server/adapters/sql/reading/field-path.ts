const part = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;

/**
 * The parts of a field's dotted path. They are written into SQL, where an index must recognise them.
 *
 * @throws Error when a part is no field name; a published schema has none.
 */
export function fieldPath(name: string): readonly string[] {
  const parts = name.split(".");
  const wrong = parts.find((each) => !part.test(each));
  if (wrong !== undefined) throw new Error(`"${wrong}" in "${name}" cannot be the name of a field`);
  return parts;
}

/** The path as SQLite's JSON functions take it, as a literal. */
export function jsonPath(name: string): string {
  return `'$${fieldPath(name)
    .map((each) => `."${each}"`)
    .join("")}'`;
}
