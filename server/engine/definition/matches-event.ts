/** Whether an event answers to a name of `on`: the name itself, `*`, or a prefix such as `loan.*`. */
export function matchesEvent(event: string, name: string): boolean {
  if (name === event || name === "*") return true;
  if (!name.endsWith(".*")) return false;
  const prefix = name.slice(0, -2);
  return event === prefix || event.startsWith(`${prefix}.`);
}
