import type { StoredEntry } from "../record-reader.ts";

const endings: ReadonlySet<string> = new Set(["delete", "erase"]);

/** Whether the record was deleted, or erased whole, by that entry. An event of a workflow that is called so leads to a stage. */
export function endsRecord({ event, to }: Pick<StoredEntry, "event" | "to">): boolean {
  return to === null && endings.has(event);
}

/** Whether a person was erased by that entry: taken away whole, or made anonymous. An event that is called so erases nobody. */
export function erasesPerson({ event, system }: Pick<StoredEntry, "event" | "system">): boolean {
  return (event === "erase" || event === "anonymise") && Object.hasOwn(system, "erasedAt");
}
