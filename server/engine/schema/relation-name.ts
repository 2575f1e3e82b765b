/** What the record that a field refers to is called in rules and expressions: `journeyId` → `journey`. */
export function relationName(field: string): string {
  return field.endsWith("Id") ? field.slice(0, -"Id".length) : field;
}
