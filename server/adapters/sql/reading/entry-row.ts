import type { StoredEntry } from "../../../domain/records/record-reader.ts";
import type { Row } from "../statement.ts";
import { readJson, textOrNull } from "./record-row.ts";

/** A row of `events`: every change leaves one entry, so that its place in the history is the version it led to. */
export function readEntry(row: Row): StoredEntry {
  return {
    seq: Number(row["seq"]),
    version: Number(row["seq"]),
    at: String(row["at"]),
    actorId: String(row["actor_id"]),
    actorName: String(row["actor_name"]),
    event: String(row["event"]),
    from: textOrNull(row["from_stage"]),
    to: textOrNull(row["to_stage"]),
    changes: readJson(row["changes"]) as StoredEntry["changes"],
    system: readJson(row["system"]) as StoredEntry["system"],
    note: textOrNull(row["note"]),
    ...(typeof row["erased"] === "string" && {
      erased: readJson(row["erased"]) as { readonly [field: string]: string },
    }),
  };
}
