import type { ServedType } from "../../../domain/office/office-description.ts";
import {
  bodyOf,
  bulk,
  file,
  headerParameter,
  idParameter,
  json,
  jsonBody,
  listParameters,
  operation,
  type PathItem,
  page,
  queryParameter,
  type Success,
  type Told,
  tableTypes,
} from "../operation.ts";
import { component, data, integer, list, oneOf, type Shape, text } from "../shape.ts";

const ifMatch = headerParameter(
  "If-Match",
  'The version that the change is for: `"3"`. 412 when it is no longer the last one.',
);
/** Which ones: these, or all that a filter of the lists finds; 10,000 at most. */
const several = { ids: list(text), filter: data };
const tableFiles = file(...tableTypes).content;
const assigneeId: Shape = { type: ["string", "null"] };

/** The paths of one type: those of records, and for a workflow those of cases. */
export function typePaths(type: ServedType): { readonly [path: string]: PathItem } {
  return { ...recordPaths(type), ...(type.kind === "workflow" && casePaths(type)) };
}

function toldOf(type: ServedType) {
  return ({ summary, ...told }: Omit<Told, "tag">) =>
    operation({ tag: type.id, summary: `${type.title}: ${summary}`, ...told });
}

function recordPaths(type: ServedType): { readonly [path: string]: PathItem } {
  const does = toldOf(type);
  const path = `/${type.id}`;
  return {
    [path]: listPaths(type),
    [`${path}/{id}`]: onePaths(type),
    [`${path}/exports`]: {
      post: does({
        summary: "the list as a file; as in the address, where many ids have no room",
        body: jsonBody({ format: oneOf("csv", "xlsx"), filter: data, sort: list(text) }),
        answer: file(...tableTypes),
      }),
    },
    ...(type.may.delete && {
      [`${path}/deletions`]: {
        post: does({
          summary: "delete several; what is referred to stays",
          body: jsonBody(several),
          answer: bulk,
        }),
      },
    }),
    ...pathsAboutOne(type),
  };
}

const changeOf = ({ id }: ServedType) => bodyOf(component(`${id}-change`));

function listPaths(type: ServedType): PathItem {
  const does = toldOf(type);
  const record = component(type.id);
  return {
    get: does({
      summary: "list",
      parameters: [...listParameters, queryParameter("format", "", oneOf("json", "csv", "xlsx"))],
      answer: { ...page(record), content: { ...page(record).content, ...tableFiles } },
    }),
    ...(type.may.create && {
      post: does({ summary: "create", body: changeOf(type), answer: json(record, { status: "201" }) }),
    }),
  };
}

function onePaths(type: ServedType): PathItem {
  const does = toldOf(type);
  const answer = json(component(type.id));
  const written = [...idParameter, ifMatch];
  return {
    get: does({
      summary: "read",
      parameters: [...idParameter, queryParameter("at", "Instant or day: the record as it was then")],
      answer,
    }),
    ...(type.may.update && {
      put: does({
        summary: "change; what is not named stays, null empties",
        parameters: written,
        body: changeOf(type),
        answer,
      }),
    }),
    ...(type.may.delete && { delete: does({ summary: "delete", parameters: written, answer }) }),
  };
}

/** What there is beside the record itself. */
function pathsAboutOne(type: ServedType): { readonly [path: string]: PathItem } {
  const does = toldOf(type);
  const one = `/${type.id}/{id}`;
  const ofOne = (summary: string, answer: Success) => does({ summary, parameters: idParameter, answer });
  const erasure = json(component("ErasurePlan"), { description: "What goes and what stays, in words" });
  return {
    [`${one}/history`]: { get: ofOne("history, oldest first", json(list(component("HistoryEntry")))) },
    [`${one}/links`]: { get: ofOne("what it is tied to", json(list(component("Link")))) },
    [`${one}/tasks`]: { get: ofOne("what is to be done about it", json(list(data))) },
    [`${one}/matches`]: {
      get: does({
        summary: "what suits it best, and why; 404 where no plugin matches this type",
        parameters: [...idParameter, queryParameter("limit", "20 without it, 100 at most", integer)],
        answer: json(list(component("Match"))),
      }),
    },
    ...(type.erasable && {
      [`${one}/erase`]: {
        get: ofOne("what erasing the person would take away, for administrators", erasure),
        post: does({
          summary: "erase the person, for administrators",
          parameters: idParameter,
          body: jsonBody({ confirm: { const: true } }, ["confirm"]),
          answer: erasure,
        }),
      },
    }),
  };
}

function casePaths(type: ServedType): { readonly [path: string]: PathItem } {
  const does = toldOf(type);
  const one = `/${type.id}/{id}`;
  const event = { type: oneOf(...Object.keys(type.events ?? {})), payload: data };
  return {
    [`${one}/actions`]: {
      get: does({
        summary: "what can be done now, and why not what cannot",
        parameters: idParameter,
        answer: json(list(component("ActionOffer"))),
      }),
    },
    [`${one}/timers`]: {
      get: does({
        summary: "what will happen by itself, when and why then",
        parameters: idParameter,
        answer: json(list(component("Timer"))),
      }),
    },
    [`${one}/events`]: {
      post: does({
        summary: "send an event",
        parameters: idParameter,
        body: jsonBody({ ...event, version: integer, note: text }, ["type"]),
        answer: json(component(type.id)),
      }),
    },
    [`/${type.id}/events`]: {
      post: does({
        summary: "send an event to several",
        body: jsonBody({ ...several, ...event, note: text }, ["type"]),
        answer: bulk,
      }),
    },
    [`/${type.id}/assignments`]: {
      post: does({
        summary: "give several to one member of the office",
        body: jsonBody({ ...several, assigneeId }, ["assigneeId"]),
        answer: bulk,
      }),
    },
  };
}
