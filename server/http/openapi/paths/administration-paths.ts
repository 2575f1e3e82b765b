import type {
  CreatedTokenBody,
  ImportBody,
  IncidentBody,
  InvitedUserBody,
  ReadBody,
  ResetLinkBody,
  ResolvedIncident,
  ResolvedKind,
  TokenBody,
  UserBody,
} from "../../api-types.ts";
import {
  idParameter,
  json,
  jsonBody,
  listParameters,
  operation,
  type PathItem,
  page,
  pathParameter,
  queryParameter,
  type Told,
  uploadBody,
} from "../operation.ts";
import { closed, data, flag, instant, integer, list, nullable, oneOf, optional, text } from "../shape.ts";
import { language } from "./sign-in-paths.ts";

const does = (told: Omit<Told, "tag">) => operation({ tag: "administration", ...told });

const userMembers = {
  id: text,
  email: text,
  name: text,
  roles: list(text),
  status: oneOf("invited", "active", "disabled"),
  disabled: flag,
  language,
  fields: data,
  version: integer,
  createdAt: instant,
  updatedAt: instant,
};
const user = closed<UserBody>(userMembers);
const invited = closed<InvitedUserBody>({ ...userMembers, link: optional(text) });
const resetLink = closed<ResetLinkBody>({ id: text, mailed: flag, link: nullable(text) });

const tokenMembers = {
  id: text,
  name: text,
  roles: list(text),
  createdBy: text,
  createdAt: instant,
  lastUsedAt: nullable(instant),
  revokedAt: nullable(instant),
};
const token = closed<TokenBody>(tokenMembers);

const resolution = oneOf("retried", "dismissed", "obsolete", null);
const incident = closed<IncidentBody>({
  id: text,
  kind: text,
  title: text,
  recordType: text,
  recordId: text,
  displayName: nullable(text),
  attempts: integer,
  failedAt: instant,
  code: text,
  message: text,
  resolution,
  resolvedAt: nullable(instant),
  resolvedBy: nullable(text),
});
const resolved = json(closed<ResolvedIncident>({ id: text, resolution }));
const resolvedKind = json(closed<ResolvedKind>({ kind: text, resolved: integer }));

const read = closed<ReadBody>({
  id: text,
  at: instant,
  actorId: text,
  actorName: text,
  type: text,
  recordId: text,
  displayName: nullable(text),
  how: text,
});

const importReport = closed<ImportBody>({
  created: integer,
  updated: integer,
  unchanged: integer,
  rejected: list(closed<ImportBody["rejected"][number]>({ file: text, line: integer, reason: text })),
  columns: list(closed<ImportBody["columns"][number]>({ header: text, field: text })),
  ignoredColumns: list(text),
  dryRun: flag,
});

/** Accounts, tokens, incidents, the log of reads, imports: for administrators. */
export const administrationPaths: { readonly [path: string]: PathItem } = {
  "/users": {
    get: does({ summary: "Accounts", parameters: listParameters, answer: page(user) }),
    post: does({
      summary: "Invite someone; `link` is answered when no mail could be sent",
      body: jsonBody({ email: text, name: text, roles: list(text), language, fields: data }, [
        "email",
        "name",
        "roles",
      ]),
      answer: json(invited, { status: "201" }),
    }),
  },
  "/users/{id}": {
    get: does({ summary: "An account", parameters: idParameter, answer: json(user) }),
    put: does({
      summary: "Change an account, or disable it; what cannot be changed may come back with it",
      parameters: idParameter,
      body: jsonBody(userMembers),
      answer: json(user),
    }),
  },
  "/users/{id}/reset-link": {
    post: does({ summary: "A one-time link for a new password", parameters: idParameter, answer: json(resetLink) }),
  },
  "/tokens": {
    get: does({ summary: "API tokens", parameters: listParameters, answer: page(token) }),
    post: does({
      summary: "Make an API token; the token itself is answered this once",
      body: jsonBody({ name: text, roles: list(text) }, ["name", "roles"]),
      answer: json(closed<CreatedTokenBody>({ ...tokenMembers, token: text }), { status: "201" }),
    }),
  },
  "/tokens/{id}": {
    delete: does({ summary: "Revoke an API token", parameters: idParameter, answer: json(token) }),
  },
  "/incidents": {
    get: does({
      summary: "What failed for good, the newest first; filter by kind, recordId, resolved",
      parameters: [queryParameter("filter", "JSON object"), queryParameter("range", "JSON array: `[0,24]`")],
      answer: page(incident),
    }),
  },
  "/incidents/retry": {
    post: does({
      summary: "Try again all open incidents of a kind",
      body: jsonBody({ kind: text }, ["kind"]),
      answer: resolvedKind,
    }),
  },
  "/incidents/dismiss": {
    post: does({
      summary: "Do without all open incidents of a kind",
      body: jsonBody({ kind: text }, ["kind"]),
      answer: resolvedKind,
    }),
  },
  "/incidents/{id}/retry": { post: does({ summary: "Try it again", parameters: idParameter, answer: resolved }) },
  "/incidents/{id}/dismiss": { post: does({ summary: "Do without it", parameters: idParameter, answer: resolved }) },
  "/audit/reads": {
    get: does({
      summary: "Who read whose file; filter by actorId, type, recordId, how, at_gte, at_lte",
      parameters: listParameters,
      answer: page(read),
    }),
  },
  "/imports/{type}": {
    post: does({
      summary: "Import the lines of a CSV file",
      parameters: [
        pathParameter("type"),
        queryParameter("dryRun", "true to tell what would be done", oneOf("true", "false")),
      ],
      body: uploadBody,
      answer: json(importReport),
    }),
  },
};
