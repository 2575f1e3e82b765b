import type {
  BlockedCase,
  BoardBody,
  BoardCard,
  BoardColumn,
  Commune,
  FileBody,
  MyDayBody,
  SearchHit,
  ViewBody,
} from "../../api-types.ts";
import { describedOffice } from "../described-office.ts";
import {
  file,
  idParameter,
  json,
  jsonBody,
  operation,
  type PathItem,
  pathParameter,
  queryParameter,
  type Told,
  uploadBody,
} from "../operation.ts";
import { closed, data, flag, instant, integer, list, nullable, optional, type Shape, text } from "../shape.ts";

const does = (told: Omit<Told, "tag">) => operation({ tag: "office", ...told });

const card = closed<BoardCard>({
  id: text,
  version: integer,
  stage: text,
  displayName: text,
  line: text,
  assigneeId: nullable(text),
  dueAt: nullable(instant),
  stageSince: instant,
});
const column = closed<BoardColumn>({
  stage: text,
  title: text,
  color: nullable(text),
  count: integer,
  more: flag,
  oldest: nullable(instant),
  cards: list(card),
});
/** A record with what is told beside it. */
const recordWith = (more: { readonly [name: string]: Shape }): Shape => ({
  type: "object",
  properties: more,
  required: Object.keys(more),
});
const myDay = closed<MyDayBody>({
  tasks: list(recordWith({ id: text, title: text, dueOn: text, caseName: nullable(text) })),
  due: list(recordWith({ id: text, type: text, dueAt: instant })),
  late: list(recordWith({ id: text, type: text, lateSince: text, lateFor: text })),
});
const blocked = closed<BlockedCase>({
  type: text,
  id: text,
  displayName: text,
  stage: text,
  stageSince: instant,
  action: text,
  reason: text,
});
const commune = closed<Commune>({ code: text, name: text, postalCodes: list(text) });
const storedFile = closed<FileBody>({ id: text, name: text, type: text, size: integer });
const view = closed<ViewBody>({
  id: text,
  type: text,
  name: text,
  filter: data,
  sort: nullable(list(text)),
  columns: nullable(list(text)),
  shared: flag,
  mine: flag,
  owner: nullable(text),
});
const hit = closed<SearchHit>({
  type: text,
  id: text,
  displayName: text,
  stage: optional(text),
  apart: optional({ type: "object" }),
});

/** What the first screens of the back office show, files and views. */
export const overviewPaths: { readonly [path: string]: PathItem } = {
  "/office": {
    get: does({
      summary: "Everything the back office draws itself from, for this reader",
      answer: json(describedOffice),
    }),
  },
  "/search": {
    get: does({
      summary: "Search everything",
      parameters: [queryParameter("q", "Words, each a prefix")],
      answer: json(list(hit)),
    }),
  },
  "/my-day": { get: does({ summary: "Tasks and deadlines of whoever asks", answer: json(myDay) }) },
  "/my-day/blocked": {
    get: does({
      summary: "Cases of whoever asks whose usual next step is blocked, and why",
      answer: json(list(blocked)),
    }),
  },
  "/boards/{workflow}": {
    get: does({
      summary: "Cases by stage",
      parameters: [pathParameter("workflow"), queryParameter("filter", "JSON, as in lists")],
      answer: json(closed<BoardBody>({ columns: list(column) })),
    }),
  },
  "/communes": {
    get: does({
      summary: "Communes by postal code, INSEE code or name, 20 at most",
      parameters: [
        queryParameter("postalCode", "Five digits"),
        queryParameter("code", "INSEE, several by commas"),
        queryParameter("q", "The beginning of a name"),
      ],
      answer: json(list(commune)),
    }),
  },
  "/files": {
    post: does({ summary: "Send a document", body: uploadBody, answer: json(storedFile, { status: "201" }) }),
  },
  "/files/{id}": {
    get: does({
      summary: "A document, under the rights of the record that holds it",
      parameters: idParameter,
      answer: file("*/*"),
    }),
  },
  "/files/{id}/description": {
    get: does({ summary: "What a document is called", parameters: idParameter, answer: json(storedFile) }),
  },
  "/views": {
    get: does({
      summary: "Saved views of a list: the reader’s own, and those that the office shares",
      parameters: [queryParameter("type", "Whose list")],
      answer: json(list(view)),
    }),
    post: does({
      summary: "Save a view; one of the same name takes its place",
      body: jsonBody({ type: text, name: text, filter: data, sort: list(text), columns: list(text), shared: flag }, [
        "type",
        "name",
      ]),
      answer: json(view, { status: "201" }),
    }),
  },
  "/views/{id}": { delete: does({ summary: "Delete a view", parameters: idParameter, answer: json(view) }) },
  "/live": {
    get: does({
      summary: "Server-sent events: what changed",
      answer: { description: "One JSON object a message", content: { "text/event-stream": text } },
    }),
  },
  "/openapi.json": { get: does({ summary: "This document", answer: json({ type: "object" }) }) },
  "/docs": {
    get: does({ summary: "This document, to be read", answer: { content: { "text/html": text } } }),
  },
};
