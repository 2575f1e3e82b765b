import type { VersionSummary } from "../../../domain/definitions/definition-versions.ts";
import type { WorkflowSummary } from "../../../domain/definitions/workflows/list-workflows.ts";
import type { DefinitionChange } from "../../../engine/definition/diff-definitions.ts";
import type { Finding, LintAnswer } from "../../../engine/definition/finding.ts";
import type { PublicationBody, RehearsalBody } from "../../api-types.ts";
import {
  bodyOf,
  idParameter,
  json,
  jsonBody,
  operation,
  type PathItem,
  pathParameter,
  queryParameter,
  type Told,
} from "../operation.ts";
import { closed, flag, instant, integer, list, mapOf, nullable, oneOf, type Shape, text } from "../shape.ts";

const does = (told: Omit<Told, "tag">) => operation({ tag: "definitions", ...told });
const ofOne = (told: Omit<Told, "tag">) => does({ parameters: idParameter, ...told });

/** The document itself, which `workflows/schema` describes. */
const definition = (name: string): Shape => ({
  type: "object",
  required: ["id"],
  description: `As workflows/schema/${name}.schema.json says`,
});
const workflow = definition("workflow");
const recordType = definition("record-type");
const office = definition("office");

const summaries = json(
  list(
    closed<WorkflowSummary>({ id: text, title: text, version: nullable(integer), draft: flag, source: nullable(text) }),
  ),
);
const versions = json(
  list(closed<VersionSummary>({ version: integer, publishedAt: instant, publishedBy: text, source: nullable(text) })),
);
const draft: Shape = {
  type: "object",
  properties: { kind: text, id: text, basedOn: integer, definition: workflow, savedAt: instant, savedBy: text },
  required: ["id", "basedOn", "definition", "savedAt", "savedBy"],
  additionalProperties: false,
};
const findings = list(closed<Finding>({ code: text, message: text, path: text }));
const lint = json(closed<LintAnswer>({ errors: findings, warnings: findings }));
const diff = json(
  list(closed<DefinitionChange>({ kind: oneOf("added", "removed", "changed"), path: text, message: text })),
);
const counts = mapOf(integer);
const rehearsal = closed<RehearsalBody>({
  total: integer,
  counts,
  stages: list(closed<RehearsalBody["stages"][number]>({ stage: text, counts, atOnce: counts })),
  cases: list(
    closed<RehearsalBody["cases"][number]>({
      id: text,
      displayName: text,
      stage: text,
      workflowVersion: integer,
      fit: oneOf("safe", "needs-mapping", "timer-to-decide", "data-invalid"),
      reasons: list(text),
    }),
  ),
});
const publication = closed<PublicationBody>({
  id: text,
  version: integer,
  cases: closed<PublicationBody["cases"]>({
    moved: integer,
    left: list(closed<PublicationBody["cases"]["left"][number]>({ id: text, displayName: text, reasons: list(text) })),
  }),
});
const acknowledge = queryParameter("acknowledge", "true: the warnings have been read", oneOf("true", "false"));
const basedOn = queryParameter(
  "basedOn",
  "The published version that the author began from; 409 when it is old",
  integer,
);
/** What becomes of live cases, by the stage that they stand in. */
const casesChoice = { mapping: mapOf(text), timers: mapOf(oneOf("from-now", "from-stage")) };
const ofVersion = [...idParameter, pathParameter("version")];

/** Workflows, record types and the office as data: for administrators. */
export const definitionPaths: { readonly [path: string]: PathItem } = {
  "/workflows": {
    get: does({ summary: "Workflows", answer: summaries }),
    post: does({
      summary: "Begin a new workflow as a draft",
      body: bodyOf(workflow),
      answer: json(draft, { status: "201" }),
    }),
  },
  "/workflows/{id}": { get: ofOne({ summary: "The definition in force", answer: json(workflow) }) },
  "/workflows/{id}/versions": { get: ofOne({ summary: "Published versions", answer: versions }) },
  "/workflows/{id}/versions/{version}": {
    get: does({ summary: "A version", parameters: ofVersion, answer: json(workflow) }),
  },
  "/workflows/{id}/draft": {
    get: ofOne({ summary: "The draft", answer: json(draft) }),
    put: ofOne({
      summary: "Save the draft",
      parameters: [...idParameter, basedOn],
      body: bodyOf(workflow),
      answer: json(draft),
    }),
    delete: ofOne({
      summary: "Discard the draft",
      answer: json(closed<{ id: string }>({ id: text })),
    }),
  },
  "/workflows/{id}/draft/lint": {
    post: ofOne({ summary: "What is wrong with it, or with the definition that is sent", answer: lint }),
  },
  "/workflows/{id}/draft/diff": {
    post: ofOne({ summary: "What it, or the definition that is sent, would change", answer: diff }),
  },
  "/workflows/{id}/draft/rehearse": {
    post: ofOne({
      summary: "Try it, or the definition that is sent, on every live case; changes nothing",
      answer: json(rehearsal),
    }),
  },
  "/workflows/{id}/publish": {
    post: ofOne({
      summary: "Put the draft in force",
      body: jsonBody({
        acknowledge: flag,
        ...casesChoice,
      }),
      answer: json(publication),
    }),
  },
  "/workflows/{id}/rollback": {
    post: ofOne({
      summary: "Put an earlier version in force again, as the next one",
      body: jsonBody({ version: integer, ...casesChoice }),
      answer: json(publication),
    }),
  },
  "/record-types": { get: does({ summary: "Record types", answer: summaries }) },
  "/record-types/{id}": {
    get: ofOne({ summary: "The definition in force", answer: json(recordType) }),
    put: ofOne({
      summary: "Put a definition in force; a new id makes a new type",
      parameters: [...idParameter, acknowledge, basedOn],
      body: bodyOf(recordType),
      answer: json(recordType),
    }),
  },
  "/record-types/{id}/lint": {
    post: ofOne({ summary: "What is wrong with a definition", body: bodyOf(recordType), answer: lint }),
  },
  "/record-types/{id}/diff": {
    post: ofOne({ summary: "What a definition would change", body: bodyOf(recordType), answer: diff }),
  },
  "/record-types/{id}/versions": { get: ofOne({ summary: "Published versions", answer: versions }) },
  "/record-types/{id}/versions/{version}": {
    get: does({ summary: "A version", parameters: ofVersion, answer: json(recordType) }),
  },
  "/office/definition": {
    get: does({ summary: "The office’s own definition: its name, roles, menu", answer: json(office) }),
    put: does({ summary: "Put it in force", body: bodyOf(office), answer: json(office) }),
  },
};
