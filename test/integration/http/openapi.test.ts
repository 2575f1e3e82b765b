import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Json } from "../../../server/plugin-api/json.ts";
import { builtPlugin } from "../../support/built-plugin.ts";
import { DescribedApi } from "./described-api.ts";
import { lend, type RunningLibrary, startLibrary } from "./running-library.ts";

const routes = new URL("../../../server/http/routes/", import.meta.url);
const folder = "test/support/library-office/plugins";

/** Every route of the code under `/api`, as `get /users/{id}`. */
function routesOfTheCode(): readonly string[] {
  const texts = readdirSync(routes).map((name) => [name, readFileSync(new URL(name, routes), "utf8")] as const);
  const found = texts.flatMap(([name, text]) =>
    name === "system-routes.ts" ? [] : [...text.matchAll(/router\.(get|post|put|delete)\(\s*["`]([^"`]+)["`]/g)],
  );
  const written = found.map(([, method, path = ""]) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
  return written.flatMap((each) =>
    each.includes("$") ? ["retry", "dismiss"].map((verb) => each.replace(/\$\{\w+\}/, verb)) : [each],
  );
}

let library: RunningLibrary;
let admin: DescribedApi;

beforeAll(async () => {
  const plugins = {
    "suggest-books": await builtPlugin("suggest-books", folder),
    "lending-figures": await builtPlugin("lending-figures", folder),
  };
  library = await startLibrary({}, { plugins });
  admin = await DescribedApi.of(await library.as("admin"));
});

afterAll(() => library[Symbol.asyncDispose]());

test("every route is described, and nothing else", () => {
  const written = routesOfTheCode();
  expect(written.length).toBeGreaterThan(80);
  const ofTypes = admin.operations.filter((operation) => / \/(books|loans)/.test(operation));
  const isDescribed = (route: string) =>
    (route.includes(" /{type}") ? ofTypes : admin.operations).some((operation) => isAt(route, operation));
  expect(written.filter((route) => !isDescribed(route))).toEqual([]);
  expect(admin.operations.filter((operation) => !written.some((route) => isAt(route, operation)))).toEqual([]);
});

/** Whether a route answers an operation: part for part the same, or a parameter. */
function isAt(route: string, operation: string): boolean {
  const [parts, wanted] = [route.split("/"), operation.split("/")];
  return parts.length === wanted.length && parts.every((part, n) => part.startsWith("{") || part === wanted[n]);
}

describe("answers are as described", () => {
  const json = (body: Json) => ({ body });
  const csv = () => {
    const body = new FormData();
    body.append("file", new Blob(["firstName,lastName\nAda,Roux\n"]), "members.csv");
    return { body };
  };

  test("of records", async () => {
    const { member } = await lend(await library.as("librarian"));
    const made = (await admin.call("post /books", [], json({ title: "Nadja", copies: 1 }))).body;
    await admin.call("put /books/{id}", [made["id"]], json({ copies: 2 }));
    for (const query of ["", "?format=csv", "?format=xlsx"]) await admin.call("get /books", [], { query });
    for (const type of ["books", "loans"]) await admin.call(`post /${type}/exports`, [], json({ format: "csv" }));
    for (const part of ["", "/history", "/links", "/tasks"]) await admin.call(`get /books/{id}${part}`, [made["id"]]);
    await admin.call("delete /books/{id}", [made["id"]]);
    const [one, held] = [await admin.call("post /books", [], json({ title: "Sido" })), member["id"] ?? ""];
    await admin.call("post /books/deletions", [], json({ ids: [one.body["id"] ?? "", held] }));
    await admin.call("post /imports/{type}", ["members"], { ...csv(), query: "?dryRun=true" });
    await admin.call("get /members/{id}/erase", [member["id"]]);
    await admin.call("post /members/{id}/erase", [member["id"]], json({ confirm: true }));
    await admin.call("get /retention");
    await admin.call("get /retention/preview");
    await admin.call("post /retention/runs", [], json({ confirm: true }));
  });

  test("of cases, and of what the first screens show", async () => {
    const { loan, book } = await lend(await library.as("librarian"));
    const ids = [loan["id"] ?? ""];
    for (const part of ["", "/actions", "/timers", "/history", "/links", "/tasks"]) {
      await admin.call(`get /loans/{id}${part}`, ids);
    }
    await admin.call("post /loans/{id}/events", ids, json({ type: "LOSE" }));
    await admin.call("post /loans/events", [], json({ ids, type: "LOSE" }));
    await admin.call("post /loans/assignments", [], json({ ids, assigneeId: null }));
    for (const path of ["/office", "/my-day", "/my-day/blocked", "/staff", "/docs", "/openapi.json"]) {
      await admin.call(`get ${path}`);
    }
    await admin.call("get /search", [], { query: `?q=${book["title"]}` });
    await admin.call("get /boards/{workflow}", ["loans"]);
    await admin.call("get /communes", [], { query: "?postalCode=49800" });
    const view = await admin.call(
      "post /views",
      [],
      json({ type: "loans", name: "Mine", filter: { status: "active" } }),
    );
    await admin.call("get /views", [], { query: "?type=loans" });
    await admin.call("delete /views/{id}", [view.body["id"]]);
    const staff = (await admin.call("get /staff")).list;
    await admin.call("get /staff/{id}/hand-over", [staff[0]?.["id"]]);
    await admin.call("post /staff/{id}/hand-over", [staff[0]?.["id"]], json({ to: null }));
  });

  test("of accounts, tokens and the log", async () => {
    await admin.call("get /auth/me");
    await admin.call("get /auth/office");
    await admin.call("put /me", [], json({ name: "The admin" }));
    const invited = await admin.call("post /users", [], json({ email: "a@b.test", name: "A", roles: ["desk"] }));
    const { id, link } = invited.body;
    const token = String(link).split("link=")[1];
    await admin.call("get /users");
    await admin.call("get /users/{id}", [id]);
    await admin.call("put /users/{id}", [id], json({ name: "Ada" }));
    await admin.call("get /auth/links/{token}", [token]);
    await admin.call("post /users/{id}/reset-link", [id]);
    await admin.call("post /auth/forgotten", [], json({ email: "a@b.test" }));
    const made = await admin.call("post /tokens", [], json({ name: "Catalogue", roles: ["desk"] }));
    await admin.call("get /tokens");
    await admin.call("delete /tokens/{id}", [made.body["id"]]);
    await admin.call("get /incidents");
    await admin.call("post /incidents/retry", [], json({ kind: "none" }));
    await admin.call("post /incidents/dismiss", [], json({ kind: "none" }));
    await admin.call("get /audit/reads");
  });

  test("of definitions", async () => {
    const loans = (await admin.call("get /workflows/{id}", ["loans"])).body;
    const books = (await admin.call("get /record-types/{id}", ["books"])).body;
    const office = (await admin.call("get /office/definition")).body;
    for (const path of ["/workflows", "/record-types"]) await admin.call(`get ${path}`);
    await admin.call("post /workflows", [], json({ ...loans, id: "returns" }));
    await admin.call("put /workflows/{id}/draft", ["loans"], json(loans));
    await admin.call("get /workflows/{id}/draft", ["loans"]);
    for (const way of ["lint", "diff", "rehearse"]) await admin.call(`post /workflows/{id}/draft/${way}`, ["loans"]);
    await admin.call("post /workflows/{id}/publish", ["loans"], json({ acknowledge: true }));
    await admin.call("post /workflows/{id}/rollback", ["loans"], json({}));
    await admin.call("delete /workflows/{id}/draft", ["returns"]);
    for (const [kind, id] of [
      ["workflows", "loans"],
      ["record-types", "books"],
    ]) {
      await admin.call(`get /${kind}/{id}/versions`, [id]);
      await admin.call(`get /${kind}/{id}/versions/{version}`, [id, 1]);
    }
    for (const way of ["lint", "diff"]) await admin.call(`post /record-types/{id}/${way}`, ["books"], json(books));
    await admin.call("put /record-types/{id}", ["books"], json(books));
    await admin.call("put /office/definition", [], json(office));
  });

  test("of plugins and their reports and matches", async () => {
    for (const id of ["suggest-books", "lending-figures"]) {
      await admin.call("put /plugins/{id}", [id], json({ enabled: true }));
      await admin.call("get /plugins/{id}/impact", [id]);
      await admin.call("post /plugins/{id}/retry", [id]);
    }
    await admin.call("get /plugins");
    const [matcher] = (await admin.call("get /office")).body["matchers"] as readonly { id: string }[];
    const body = { kind: "matcher", contribution: matcher?.id ?? "", config: { shelfWeight: 1 } };
    await admin.call("post /plugins/{id}/shadow", ["suggest-books"], json(body));
    const { member } = await lend(await library.as("librarian"));
    await admin.call("get /members/{id}/matches", [member["id"]]);
    const [report] = (await admin.call("get /reports")).list;
    for (const query of ["", "?format=csv", "?format=pdf"])
      await admin.call("get /reports/{id}", [report?.["id"]], { query });
    for (const method of ["get", "delete"]) await admin.call(`${method} /reports/{id}/subscription`, [report?.["id"]]);
    await admin.call("get /exports");
  });

  test("of every operation that can be called here", () => {
    const elsewhere =
      /oidc|\/live|\/files|\/auth\/(login|logout|links|report-mails)|\/exports\/|put .*subscription|delete \/plugins|\/incidents\/\{id\}/;
    const ofOthers =
      /\/matches$| \/(members|schools|tasks|reservations|visits)| \/loans(\/\{id\}(\/erase)?|\/deletions)?$/;
    const left = admin.operations.filter((operation) => !admin.answered.has(operation));
    expect(left.filter((operation) => !elsewhere.test(operation) && !ofOthers.test(operation))).toEqual([]);
  });
});
