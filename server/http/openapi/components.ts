import type { ServedType } from "../../domain/office/office-description.ts";
import type { ActionOffer, ErasurePlan, HistoryEntryBody, MatchBody } from "../api-types.ts";
import {
  anything,
  closed,
  component,
  data,
  flag,
  instant,
  integer,
  list,
  mapOf,
  nullable,
  number,
  oneOf,
  optional,
  type Shape,
  servedSchema,
  text,
} from "./shape.ts";

const reason = closed<ActionOffer["reasons"][number]>({
  code: text,
  message: text,
  field: optional(text),
  role: optional(text),
  unblock: optional(
    closed<NonNullable<ActionOffer["reasons"][number]["unblock"]>>({
      title: text,
      event: optional(text),
      path: optional(text),
    }),
  ),
});

const problem: Shape = {
  type: "object",
  required: ["type", "title", "status", "code", "detail", "message"],
  properties: {
    type: text,
    title: text,
    status: integer,
    code: { ...text, description: "Stable: what a program compares. docs/errors.md lists them." },
    detail: text,
    message: text,
    errors: { ...mapOf(text), description: "By field" },
    reasons: list(component("Reason")),
    current: { ...data, description: "Of a version conflict: the record as it is now" },
    since: { ...list(component("HistoryEntry")), description: "Of a version conflict: what happened since" },
  },
};

const historyEntry = closed<HistoryEntryBody>({
  seq: integer,
  version: integer,
  at: instant,
  actor: closed<HistoryEntryBody["actor"]>({ id: text, name: text }),
  event: text,
  from: nullable(text),
  to: nullable(text),
  changes: mapOf(closed<HistoryEntryBody["changes"][string]>({ from: anything, to: anything })),
  note: nullable(text),
  erased: optional(list(text)),
});

const offer = closed<ActionOffer>({
  event: text,
  title: text,
  target: nullable(text),
  allowed: flag,
  reasons: list(component("Reason")),
  form: optional(servedSchema),
  effect: optional(text),
  confirm: optional(text),
  primary: optional(flag),
});

const matchReasons = list(closed<MatchBody["reasons"][number]>({ code: text, message: text, weight: number }));
const match = closed<MatchBody>({
  id: text,
  type: text,
  displayName: text,
  matcher: text,
  score: { type: "number", minimum: 0, maximum: 1 },
  reasons: matchReasons,
  blockers: matchReasons,
});

const erasurePlan = closed<ErasurePlan>({
  records: list(
    closed<ErasurePlan["records"][number]>({
      type: text,
      title: text,
      count: integer,
      how: oneOf("erased", "anonymised"),
      keeps: list(text),
    }),
  ),
  files: integer,
  gone: list(text),
  stays: list(text),
});

/** One line of `GET /api/{type}/{id}/links`. */
interface RecordLinkBody {
  readonly direction: "from" | "to";
  readonly field: string;
  readonly type: string;
  readonly id: string;
  readonly displayName: string;
  readonly stage?: string;
  readonly status?: string;
}

const link = closed<RecordLinkBody>({
  direction: oneOf("from", "to"),
  field: text,
  type: text,
  id: text,
  displayName: text,
  stage: optional(text),
  status: optional(oneOf("active", "done")),
});

/** One line of `GET /api/{type}/{id}/timers`. */
interface TimerBody {
  readonly key: string;
  readonly event: string;
  readonly dueAt: string;
  readonly delay: string;
  readonly title: string | null;
  readonly why: string | null;
}

const timer = closed<TimerBody>({
  key: text,
  event: text,
  dueAt: instant,
  delay: text,
  title: nullable(text),
  why: nullable(text),
});

const bulkResult: Shape = {
  anyOf: [
    {
      type: "object",
      properties: { id: text, type: text, ok: { const: true }, record: data },
      required: ["id", "type", "ok", "record"],
      additionalProperties: false,
    },
    {
      type: "object",
      properties: { id: text, type: text, ok: { const: false }, displayName: text, problem: component("Problem") },
      required: ["id", "type", "ok", "displayName", "problem"],
      additionalProperties: false,
    },
  ],
};

/** Shapes that several answers share. */
export const sharedComponents: { readonly [name: string]: Shape } = {
  Problem: problem,
  Reason: reason,
  HistoryEntry: historyEntry,
  ActionOffer: offer,
  Match: match,
  Timer: timer,
  Link: link,
  ErasurePlan: erasurePlan,
  BulkResult: bulkResult,
};

const recordMembers = { id: text, version: integer, createdAt: instant, updatedAt: instant, displayName: text };
const erasedAt = { erasedAt: { ...instant, description: "When the person that it was about was erased from it" } };
const caseMembers = {
  state: { description: "As XState writes it" },
  stage: text,
  status: oneOf("active", "done"),
  assigneeId: { type: ["string", "null"] },
  stageSince: instant,
  dueAt: { type: ["string", "null"], format: "date-time" },
  workflowVersion: integer,
};

/** A record of the type as it is answered, and, as `<type>-change`, what it may be created or changed with. */
export function typeComponents({ id, title, kind, schema }: ServedType): { readonly [name: string]: Shape } {
  const kept = kind === "workflow" ? { ...recordMembers, ...caseMembers } : recordMembers;
  const { required: _required, allOf: _conditions, ...fields } = schema;
  return {
    [id]: {
      ...fields,
      title,
      properties: { ...kept, ...erasedAt, ...schema.properties },
      required: Object.keys(kept),
    },
    [`${id}-change`]: {
      ...schema,
      title,
      properties: { ...kept, ...schema.properties },
      required: [],
      description: `Required when it is made: ${(schema.required ?? []).join(", ")}`,
    },
  };
}
