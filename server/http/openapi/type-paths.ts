import type { ServedType } from "../../domain/office/office-description.ts";
import { ok, pathParameter, queryParameter } from "./fixed-paths.ts";
import type { Operation, PathItem } from "./operation.ts";

const id = [pathParameter("id")];
const ifMatch = {
  name: "If-Match",
  in: "header",
  description: 'The version that the change is for: `"3"`. 412 when it is no longer the last one.',
  schema: { type: "string" },
};
const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  description:
    "A word of your choice: the same request sent again with it within seven days is answered as the first time.",
  schema: { type: "string", maxLength: 200 },
};
/** Which ones: these, or all that a filter of the lists finds; 10,000 at most. */
const several = { ids: { type: "array", items: { type: "string" } }, filter: { type: "object" } };
const listParameters = [
  queryParameter("filter", 'JSON object: `{"q":"…"}`, `{"field":value}`, `{"field_gte":value}`, an array means one of'),
  queryParameter("sort", 'JSON array: `["field","ASC"]`'),
  queryParameter("range", "JSON array: `[0,24]`, inclusive"),
  queryParameter("format", "json, csv or xlsx"),
];

/** The paths of one type: those of records, and for a workflow those of cases. */
export function typePaths(type: ServedType): { readonly [path: string]: PathItem } {
  const record = { $ref: `#/components/schemas/${type.id}` };
  const does = (summary: string, more: Partial<Operation> = {}): Operation => ({
    summary: `${type.title}: ${summary}`,
    tags: [type.id],
    ...more,
    responses: { "200": ok(record), ...more.responses, default: { $ref: "#/components/responses/Problem" } },
  });
  const content = { content: { "application/json": { schema: record } } };
  const list = { "200": ok({ type: "array", items: record }, "A page; its place is in `Content-Range`") };
  const plan = { "200": ok({ type: "object" }, "What goes and what stays, in words") };
  const things = { "200": ok({ type: "array", items: { type: "object" } }) };
  return {
    [`/${type.id}`]: {
      get: does("list", { parameters: listParameters, responses: list }),
      ...(type.may.create && {
        post: does("create", { parameters: [idempotencyKey], requestBody: content, responses: { "201": ok(record) } }),
      }),
    },
    [`/${type.id}/{id}`]: {
      get: does("read", { parameters: [...id, queryParameter("at", "Instant: the record as it was")] }),
      ...(type.may.update && {
        put: does("change", { parameters: [...id, ifMatch, idempotencyKey], requestBody: content }),
      }),
      ...(type.may.delete && { delete: does("delete", { parameters: [...id, ifMatch, idempotencyKey] }) }),
    },
    ...(type.may.delete && {
      [`/${type.id}/deletions`]: {
        post: does("delete several; what is referred to stays", {
          parameters: [idempotencyKey],
          requestBody: jsonBody(several),
          responses: things,
        }),
      },
    }),
    [`/${type.id}/{id}/history`]: { get: does("history", { parameters: id, responses: things }) },
    ...(type.erasable && {
      [`/${type.id}/{id}/erase`]: {
        get: does("what erasing the person would take away, for administrators", { parameters: id, responses: plan }),
        post: does("erase the person, for administrators", {
          parameters: id,
          requestBody: jsonBody({ confirm: { const: true } }),
          responses: plan,
        }),
      },
    }),
    [`/${type.id}/{id}/links`]: { get: does("links", { parameters: id, responses: things }) },
    [`/${type.id}/{id}/tasks`]: { get: does("tasks", { parameters: id, responses: things }) },
    ...(type.kind === "workflow" && {
      [`/${type.id}/{id}/actions`]: { get: does("what can be done now", { parameters: id, responses: things }) },
      [`/${type.id}/{id}/timers`]: { get: does("what will happen by itself", { parameters: id, responses: things }) },
      [`/${type.id}/{id}/events`]: {
        post: does("send an event", { parameters: [...id, idempotencyKey], requestBody: eventBody(type, {}) }),
      },
      [`/${type.id}/events`]: {
        post: does("send an event to several; as lines, one by one, for who accepts application/x-ndjson", {
          requestBody: eventBody(type, several),
          responses: things,
        }),
      },
      [`/${type.id}/assignments`]: {
        post: does("give several to one member of the office", {
          requestBody: jsonBody({ ...several, assigneeId: { type: ["string", "null"] } }, ["assigneeId"]),
          responses: things,
        }),
      },
    }),
  };
}

function eventBody({ events = {} }: ServedType, more: object): object {
  const properties = {
    ...more,
    type: { enum: Object.keys(events) },
    payload: { type: "object" },
    version: { type: "integer" },
    note: { type: "string" },
  };
  return jsonBody(properties, ["type"]);
}

function jsonBody(properties: object, required: readonly string[] = []): object {
  return { content: { "application/json": { schema: { type: "object", properties, required } } } };
}
