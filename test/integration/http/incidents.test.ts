import { afterAll, beforeAll, expect, test } from "vitest";
import { lend, type RunningLibrary, startLibrary } from "./running-library.ts";

let library: RunningLibrary;

beforeAll(async () => {
  library = await startLibrary();
});

afterAll(() => library[Symbol.asyncDispose]());

/** An effect of a loan that could not be done, given up. */
async function incident(kind = "effect:phone"): Promise<{ readonly id: string; readonly loanId: string }> {
  const { loan } = await lend(await library.as("librarian"));
  const loanId = String(loan["id"]);
  const { office } = library.office.town;
  const id = office.newId();
  const key = `${loanId}/1/99`;
  const row = {
    key,
    record_id: loanId,
    record_type: "loans",
    type: "phone",
    params: "{}",
    actor_id: "a",
    actor_name: "A",
  };
  await library.office.town.database.knex("outbox").insert({ ...row, due_at: "2099-01-01T00:00:00.000Z" });
  const message = { fr: "Pas de réponse.", en: "No answer." };
  await office.queue.giveUp({
    id,
    work: { source: "effect", key },
    kind,
    recordType: "loans",
    recordId: loanId,
    attempts: 7,
    failedAt: office.clock.now(),
    failure: { code: "no-answer", message },
  });
  return { id, loanId };
}

test("administrators list incidents in their language, with the case and what was wrong", async () => {
  const { id, loanId } = await incident();
  const admin = await library.as("admin");
  const answer = await admin.get("/api/incidents", { "accept-language": "fr" });
  expect(answer.headers.get("content-range")).toBe("incidents 0-0/1");
  expect(answer.list).toMatchObject([
    {
      id,
      title: "phone",
      recordType: "loans",
      recordId: loanId,
      displayName: "Zoé Étienne – Émile",
      attempts: 7,
      message: "Pas de réponse.",
      resolution: null,
    },
  ]);
  const metrics = (await library.stranger().get("/metrics")).text;
  expect(metrics).toContain("passerelle_incidents_open 1");
  expect((await admin.post(`/api/incidents/${id}/dismiss`)).body).toEqual({ id, resolution: "dismissed" });
  expect((await admin.post(`/api/incidents/${id}/retry`)).status).toBe(409);
  expect((await admin.get("/api/incidents")).list).toEqual([]);
  const resolved = await admin.get(`/api/incidents?filter=${JSON.stringify({ resolved: true, recordId: loanId })}`);
  expect(resolved.list).toMatchObject([{ resolution: "dismissed", resolvedBy: "The admin" }]);
});

test("a kind is retried in one call", async () => {
  const ids = [await incident("effect:print"), await incident("effect:print"), await incident("effect:mail")];
  const admin = await library.as("admin");
  const kind = "effect:print";
  expect((await admin.post("/api/incidents/retry", { kind })).body).toEqual({ kind, resolved: 2 });
  expect((await admin.get(`/api/incidents?filter=${JSON.stringify({ kind })}`)).list).toEqual([]);
  expect((await admin.get("/api/incidents?range=[0,0]")).headers.get("content-range")).toBe("incidents 0-0/1");
  await admin.post(`/api/incidents/${ids[2]?.id}/dismiss`);
});

test("incidents are the administrators', and wrong requests are told", async () => {
  const librarian = await library.as("librarian");
  expect((await librarian.get("/api/incidents")).status).toBe(403);
  expect((await librarian.post("/api/incidents/retry", { kind: "effect:print" })).status).toBe(403);
  const admin = await library.as("admin");
  expect((await admin.post("/api/incidents/nothing/retry")).status).toBe(404);
  expect((await admin.post("/api/incidents/retry", {})).status).toBe(400);
  expect((await admin.get('/api/incidents?filter={"color":"red"}')).status).toBe(400);
  expect((await admin.get("/api/incidents?range=[5,1]")).status).toBe(400);
  expect(Object.keys((await admin.get("/api/openapi.json")).body["paths"] ?? {})).toContain("/incidents/{id}/retry");
});

test("open pages of administrators, and theirs alone, are told of incidents", async () => {
  const listen = async (role: string) => {
    const { cookie } = await library.as(role);
    const answer = await fetch(`${library.office.url}/api/live`, { headers: { cookie } });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    return reader;
  };
  const { id, loanId } = await incident();
  const [admin, desk] = [await listen("admin"), await listen("desk")];
  await (await library.as("admin")).post(`/api/incidents/${id}/dismiss`);
  expect((await admin?.read())?.value).toBe(`data: {"type":"incidents","id":"${id}","version":2}\n\n`);
  await (await library.as("librarian")).put(`/api/loans/${loanId}`, { dueOn: "2199-01-01" });
  expect((await desk?.read())?.value).toContain(loanId);
  await Promise.all([admin?.cancel(), desk?.cancel()]);
});

test("every answer tells the id of its request", async () => {
  const { headers } = await library.stranger().get("/healthz", { "x-request-id": "forged-by-a-client" });
  expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

test("a decision over all of a kind answered 500 to a body that named none", async () => {
  const admin = await library.as("admin");
  const sent = [
    {},
    { raw: { content: "null", type: "application/json" } },
    { raw: { content: "{", type: "application/json" } },
  ];
  for (const request of sent) {
    const answer = await admin.call("POST", "/api/incidents/retry", request);
    expect([answer.status, answer.body["code"]]).toEqual([400, expect.stringMatching(/^(malformed-|body-)/)]);
  }
});
