import type { JsonObject } from "../../plugin-api/json.ts";

/** Fields to write, with the one that is no data told apart. */
export interface Lifted {
  readonly data: JsonObject;
  /** Undefined when the fields do not speak of it. */
  readonly assigneeId: string | null | undefined;
}

/** Takes `assigneeId`, a field of the case itself, out of fields that are written together with it. */
export function liftAssignee(fields: JsonObject): Lifted {
  const { assigneeId, ...data } = fields;
  if (assigneeId === undefined) return { data: fields, assigneeId: undefined };
  return { data, assigneeId: typeof assigneeId === "string" && assigneeId !== "" ? assigneeId : null };
}
