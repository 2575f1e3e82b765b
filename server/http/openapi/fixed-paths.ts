import type { Operation, PathItem } from "./operation.ts";

const text = { type: "string" };
const problem = { $ref: "#/components/responses/Problem" };

function operation(summary: string, more: Partial<Operation> = {}): Operation {
  return { summary, tags: ["office"], ...more, responses: { ...more.responses, "200": ok(), default: problem } };
}

export function ok(schema: object = {}, description = "Done"): object {
  return { description, content: { "application/json": { schema } } };
}

function body(properties: object, required: readonly string[] = []): object {
  return { content: { "application/json": { schema: { type: "object", properties, required } } } };
}

export function pathParameter(name: string): object {
  return { name, in: "path", required: true, schema: text };
}

export function queryParameter(name: string, description: string): object {
  return { name, in: "query", description, schema: text };
}

const id = [pathParameter("id")];
const credentials = body({ email: text, password: text }, ["email", "password"]);

/** What every office answers, whatever its types are. */
export const fixedPaths: { readonly [path: string]: PathItem } = {
  "/auth/login": {
    post: operation("Sign in; sets the session cookie", { tags: ["sign-in"], requestBody: credentials }),
  },
  "/auth/logout": { post: operation("Sign out", { tags: ["sign-in"] }) },
  "/auth/me": { get: operation("Who is signed in", { tags: ["sign-in"] }) },
  "/auth/office": { get: operation("What the sign-in page shows", { tags: ["sign-in"] }) },
  "/auth/oidc": { get: operation("Go and sign in with the identity provider", { tags: ["sign-in"] }) },
  "/auth/forgotten": {
    post: operation("Send a link for a new password", {
      tags: ["sign-in"],
      requestBody: body({ email: text }, ["email"]),
    }),
  },
  "/auth/links/{token}": {
    get: operation("What a one-time link is for", { tags: ["sign-in"], parameters: [pathParameter("token")] }),
    post: operation("Use a one-time link: set the password and sign in", {
      tags: ["sign-in"],
      parameters: [pathParameter("token")],
      requestBody: body({ password: text, email: text, name: text }, ["password"]),
    }),
  },
  "/me": {
    put: operation("Change one's own name, language or password", {
      tags: ["sign-in"],
      requestBody: body({ name: text, language: { enum: ["fr", "en", null] }, currentPassword: text, password: text }),
    }),
  },
  "/office": { get: operation("Everything the back office draws itself from, for this reader") },
  "/staff": { get: operation("Members of the office") },
  "/staff/{id}/hand-over": {
    post: operation("Give somebody's open cases and tasks to another member of the office", {
      parameters: id,
      requestBody: body({ to: { type: ["string", "null"] } }, ["to"]),
    }),
  },
  "/search": { get: operation("Search everything", { parameters: [queryParameter("q", "Words, each a prefix")] }) },
  "/my-day": { get: operation("Tasks and deadlines of whoever asks") },
  "/my-day/blocked": { get: operation("Cases of whoever asks whose usual next step is blocked, and why") },
  "/boards/{workflow}": { get: operation("Cases by stage", { parameters: [pathParameter("workflow")] }) },
  "/communes": {
    get: operation("Communes by postal code, INSEE code or name", {
      parameters: [
        queryParameter("postalCode", ""),
        queryParameter("code", "INSEE, several by commas"),
        queryParameter("q", ""),
      ],
    }),
  },
  "/files": {
    post: operation("Send a document", {
      requestBody: {
        content: {
          "multipart/form-data": {
            schema: { type: "object", properties: { file: { type: "string", format: "binary" } } },
          },
        },
      },
    }),
  },
  "/files/{id}": { get: operation("A document, under the rights of the record that holds it", { parameters: id }) },
  "/views": {
    get: operation("Saved views of a list: the reader's own, and those that the office shares", {
      parameters: [queryParameter("type", "Whose list")],
    }),
    post: operation("Save a view; one of the same name takes its place", {
      requestBody: body(
        {
          type: text,
          name: text,
          filter: { type: "object" },
          sort: { type: "array", items: text },
          columns: { type: "array", items: text },
          shared: { type: "boolean" },
        },
        ["type", "name"],
      ),
    }),
  },
  "/views/{id}": { delete: operation("Delete a view", { parameters: id }) },
  "/imports/{type}": {
    post: operation("Import the lines of a CSV file", {
      tags: ["administration"],
      parameters: [pathParameter("type"), queryParameter("dryRun", "true to tell what would be done")],
      requestBody: {
        content: {
          "multipart/form-data": {
            schema: { type: "object", properties: { file: { type: "string", format: "binary" } } },
          },
        },
      },
    }),
  },
  "/live": { get: operation("Server-sent events: what changed") },
  "/reports": { get: operation("Reports that can be asked for", { tags: ["reports"] }) },
  "/reports/{id}": {
    get: operation("The figures of a period", {
      tags: ["reports"],
      parameters: [
        ...id,
        queryParameter("from", "First day, ISO"),
        queryParameter("to", "Last day, ISO"),
        queryParameter("format", "json, csv, xlsx or pdf"),
      ],
    }),
  },
  "/reports/{id}/subscription": {
    get: operation("Whether the reader is mailed the report each month", { tags: ["reports"], parameters: id }),
    put: operation("Have it mailed on the first of each month", { tags: ["reports"], parameters: id }),
    delete: operation("Have it mailed no more", { tags: ["reports"], parameters: id }),
  },
  "/auth/report-mails/stop": {
    post: operation("Stop a mailed report by the link of its mail", {
      tags: ["reports"],
      requestBody: body({ token: text }, ["token"]),
    }),
  },
  "/exports": { get: operation("The files that plugins make of the records of a period", { tags: ["reports"] }) },
  "/exports/{id}": {
    get: operation("A file that a plugin makes of the records of a period, under the rights of whoever asks", {
      tags: ["reports"],
      parameters: [...id, queryParameter("from", "First day, ISO"), queryParameter("to", "Last day, ISO")],
    }),
  },
  "/users": {
    get: operation("Accounts", { tags: ["administration"] }),
    post: operation("Invite someone; `link` is answered when no mail could be sent", {
      tags: ["administration"],
      requestBody: body({ email: text, name: text, roles: { type: "array", items: text } }, ["email", "name", "roles"]),
    }),
  },
  "/users/{id}": {
    get: operation("An account", { tags: ["administration"], parameters: id }),
    put: operation("Change an account, or disable it", { tags: ["administration"], parameters: id }),
  },
  "/users/{id}/reset-link": {
    post: operation("A one-time link for a new password", { tags: ["administration"], parameters: id }),
  },
  "/tokens": {
    get: operation("API tokens", { tags: ["administration"] }),
    post: operation("Make an API token; the token itself is answered this once", {
      tags: ["administration"],
      requestBody: body({ name: text, roles: { type: "array", items: text } }, ["name", "roles"]),
    }),
  },
  "/tokens/{id}": { delete: operation("Revoke an API token", { tags: ["administration"], parameters: id }) },
  "/incidents": {
    get: operation("What failed for good, the newest first; filter by kind, recordId, resolved", {
      tags: ["administration"],
      parameters: [queryParameter("filter", "JSON"), queryParameter("range", "JSON, [first, last]")],
    }),
  },
  "/incidents/retry": {
    post: operation("Try again all open incidents of a kind", {
      tags: ["administration"],
      requestBody: body({ kind: text }, ["kind"]),
    }),
  },
  "/incidents/dismiss": {
    post: operation("Do without all open incidents of a kind", {
      tags: ["administration"],
      requestBody: body({ kind: text }, ["kind"]),
    }),
  },
  "/incidents/{id}/retry": { post: operation("Try it again", { tags: ["administration"], parameters: id }) },
  "/incidents/{id}/dismiss": { post: operation("Do without it", { tags: ["administration"], parameters: id }) },
  "/audit/reads": { get: operation("Who read whose file", { tags: ["administration"] }) },
  "/plugins": { get: operation("Plugins, broken ones too", { tags: ["administration"] }) },
  "/plugins/{id}": {
    put: operation("Switch a plugin on or off, change its settings, put another version of it in force", {
      tags: ["administration"],
      parameters: id,
      requestBody: body({ enabled: { type: "boolean" }, config: { type: "object" }, version: text }, []),
    }),
    delete: operation(
      "Take a plugin that is gone off the list, its settings kept or, with settings=forget, forgotten",
      {
        tags: ["administration"],
        parameters: [...id, { name: "settings", in: "query", schema: { enum: ["keep", "forget"] } }],
      },
    ),
  },
  "/plugins/{id}/retry": {
    post: operation("Call again what was set aside for failing", { tags: ["administration"], parameters: id }),
  },
  "/plugins/{id}/shadow": {
    post: operation("Run a matcher or guard beside the one in force, and list the differences", {
      tags: ["administration"],
      parameters: id,
      requestBody: body(
        { kind: { enum: ["matcher", "guard"] }, contribution: text, beside: text, config: { type: "object" } },
        ["kind", "contribution"],
      ),
    }),
  },
  "/plugins/{id}/impact": {
    get: operation("What stops working without the plugin", { tags: ["administration"], parameters: id }),
  },
  "/workflows": {
    get: operation("Workflows", { tags: ["definitions"] }),
    post: operation("Begin a new workflow as a draft", { tags: ["definitions"] }),
  },
  "/workflows/{id}": { get: operation("The definition in force", { tags: ["definitions"], parameters: id }) },
  "/workflows/{id}/versions": { get: operation("Published versions", { tags: ["definitions"], parameters: id }) },
  "/workflows/{id}/draft": {
    get: operation("The draft", { tags: ["definitions"], parameters: id }),
    put: operation("Save the draft", { tags: ["definitions"], parameters: id }),
    delete: operation("Discard the draft", { tags: ["definitions"], parameters: id }),
  },
  "/workflows/{id}/draft/lint": { post: operation("What is wrong with it", { tags: ["definitions"], parameters: id }) },
  "/workflows/{id}/draft/diff": { post: operation("What it would change", { tags: ["definitions"], parameters: id }) },
  "/workflows/{id}/draft/rehearse": {
    post: operation("Try it on every live case; changes nothing", { tags: ["definitions"], parameters: id }),
  },
  "/workflows/{id}/publish": { post: operation("Put the draft in force", { tags: ["definitions"], parameters: id }) },
  "/workflows/{id}/rollback": { post: operation("Go back to a version", { tags: ["definitions"], parameters: id }) },
  "/record-types": { get: operation("Record types", { tags: ["definitions"] }) },
  "/record-types/{id}": {
    get: operation("The definition in force", { tags: ["definitions"], parameters: id }),
    put: operation("Put a definition in force", { tags: ["definitions"], parameters: id }),
  },
};
