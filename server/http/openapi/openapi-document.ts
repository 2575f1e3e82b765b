import type { Caller } from "../../domain/changes/caller.ts";
import type { OfficeRegistry } from "../../domain/definitions/office-registry.ts";
import type { ServedType } from "../../domain/office/office-description.ts";
import { serveType } from "../../domain/office/serve-type.ts";
import { inLanguage } from "../../plugin-api/text.ts";
import { fixedPaths } from "./fixed-paths.ts";
import { typePaths } from "./type-paths.ts";

/** The API as OpenAPI 3.1, with the types that the reader may read as they are in force now. */
export function openapiDocument(registry: OfficeRegistry, caller: Caller): object {
  const { rights, language } = caller;
  const types = registry
    .types()
    .filter((type) => rights.may("read", type.id))
    .map((type) => serveType(type, { registry, rights, language }));
  return {
    openapi: "3.1.0",
    info: {
      title: inLanguage(registry.office().name, language),
      version: String(registry.revision()),
      description: "Errors are RFC 9457 problems with a stable `code`, in the language of `Accept-Language`.",
    },
    servers: [{ url: "/api" }],
    security: [{ session: [] }, { token: [] }],
    paths: Object.assign({}, fixedPaths, ...types.map(typePaths)),
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "passerelle" },
        token: { type: "http", scheme: "bearer" },
      },
      responses: {
        Problem: {
          description: "A refusal",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
      schemas: Object.assign({ Problem: problemSchema }, ...types.map(typeSchema)),
    },
  };
}

function typeSchema({ id, title, kind, schema }: ServedType): object {
  const system = kind === "workflow" ? { ...recordFields, ...caseFields } : recordFields;
  return { [id]: { ...schema, title, properties: { ...system, ...schema.properties } } };
}

const text = { type: "string" };
const instant = { type: "string", format: "date-time", readOnly: true };

const recordFields = {
  id: { type: "string", format: "uuid", readOnly: true },
  version: { type: "integer", minimum: 1 },
  createdAt: instant,
  updatedAt: instant,
  displayName: { type: "string", readOnly: true },
};

const caseFields = {
  state: { readOnly: true },
  stage: { type: "string", readOnly: true },
  status: { enum: ["active", "done"], readOnly: true },
  assigneeId: { type: ["string", "null"] },
  stageSince: instant,
  dueAt: { type: ["string", "null"], format: "date-time", readOnly: true },
  workflowVersion: { type: "integer", readOnly: true },
};

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "code", "detail", "message"],
  properties: {
    type: text,
    title: text,
    status: { type: "integer" },
    code: { type: "string", description: "Stable: what a program compares." },
    detail: text,
    message: text,
    errors: { type: "object", additionalProperties: text },
    reasons: {
      type: "array",
      items: { type: "object", properties: { code: text, message: text, field: text, role: text } },
    },
  },
};
