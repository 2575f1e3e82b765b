import { component, type Shape, text } from "./shape.ts";

/** An operation of OpenAPI 3.1, as far as we write it. */
export interface Operation {
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly object[];
  readonly requestBody?: object;
  readonly responses: { readonly [status: string]: object };
  /** Empty for what is answered without a sign-in. */
  readonly security?: readonly object[];
}

/** The operations of one path, by method in lower case. */
export interface PathItem {
  readonly [method: string]: Operation;
}

/** What is answered where all goes well. */
export interface Success {
  readonly status?: "200" | "201" | "202" | "204" | "303";
  readonly description?: string;
  /** By media type. */
  readonly content?: { readonly [mediaType: string]: Shape };
}

/** An operation as its place in the document tells it. */
export interface Told {
  readonly summary: string;
  readonly tag: string;
  readonly parameters?: readonly object[];
  readonly body?: object;
  readonly answer: Success;
  /** Asked before anybody is signed in. */
  readonly open?: true;
}

const problem = { $ref: "#/components/responses/Problem" };

/** The operation with its answer, and the refusals that every one has. */
export function operation({ summary, tag, parameters, body, answer, open }: Told): Operation {
  const { status = "200", description = "Done", content } = answer;
  return {
    summary,
    tags: [tag],
    ...(open && { security: [] }),
    ...(parameters && { parameters }),
    ...(body && { requestBody: body }),
    responses: { [status]: { description, ...(content && { content: mediaTypes(content) }) }, default: problem },
  };
}

/** An answer in JSON. */
export const json = (shape: Shape, more: Pick<Success, "status" | "description"> = {}): Success => ({
  content: { "application/json": shape },
  ...more,
});

/** A file of one of these media types. */
export const file = (...types: readonly string[]): Success => ({
  description: "A file",
  content: Object.fromEntries(types.map((type) => [type, { type: "string", format: "binary" }])),
});

/** The files that tables are sent as. */
export const tableTypes = ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] as const;

/** A body in JSON of these members alone, as the routes check it. */
export function jsonBody(properties: { readonly [name: string]: Shape }, required: readonly string[] = []): object {
  return bodyOf({ type: "object", properties, required, additionalProperties: false });
}

/** A body in JSON. */
export const bodyOf = (schema: Shape): object => ({ required: true, content: { "application/json": { schema } } });

/** A body of one file. */
export const uploadBody = {
  required: true,
  content: {
    "multipart/form-data": {
      schema: { type: "object", properties: { file: { type: "string", format: "binary" } }, required: ["file"] },
    },
  },
};

/** A part of the path, in braces there. */
export const pathParameter = (name: string): object => ({ name, in: "path", required: true, schema: text });

/** One that may be left out; a text without a schema. */
export const queryParameter = (name: string, description: string, schema: Shape = text): object => ({
  name,
  in: "query",
  description,
  schema,
});

/** One that may be left out. */
export const headerParameter = (name: string, description: string): object => ({
  name,
  in: "header",
  description,
  schema: text,
});

/** The `id` of the path. */
export const idParameter = [pathParameter("id")];

/** What lists are asked with. */
export const listParameters = [
  queryParameter("filter", 'JSON object: `{"q":"…"}`, `{"field":value}`, `{"field_gte":value}`, an array means one of'),
  queryParameter("sort", 'JSON array: `["field","ASC"]`'),
  queryParameter("range", "JSON array: `[0,24]`, inclusive"),
];

/** One page of a list. */
export const page = (items: Shape): Success =>
  json({ type: "array", items }, { description: "A page; its place is in `Content-Range`" });

/** What became of each of many. */
export const bulk: Success = {
  description: "What became of each, in their order; as lines, one by one, for who accepts application/x-ndjson",
  content: { "application/json": { type: "array", items: component("BulkResult") }, "application/x-ndjson": text },
};

function mediaTypes(content: { readonly [mediaType: string]: Shape }): object {
  return Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }]));
}
