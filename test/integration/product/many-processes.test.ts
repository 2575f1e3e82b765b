import { expect, test } from "vitest";
import { postgresPlace } from "../../support/databases.ts";
import { type LibraryTown, startLibraryTown } from "../../support/library-town.ts";
import { startProduct } from "../../support/running-product.ts";

const pairs = 30;
/** What the dead one had leased is free after two minutes at the latest. */
const overLeases = { timeout: 240_000, interval: 250 };

type Json = { readonly [field: string]: unknown };

/** The same session at another process of the office. */
function at(town: LibraryTown, url: string) {
  return async (path: string, init: { readonly method?: string; readonly body?: object } = {}) => {
    const { method = "GET", body } = init;
    const headers = { ...town.headers, Origin: url };
    const response = await fetch(`${url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { status: response.status, body: (await response.json()) as Json & readonly Json[] };
  };
}

test("two processes serve one office; when one is killed the other finishes its work", {
  timeout: 600_000,
}, async () => {
  const place = await postgresPlace();
  const environment = {
    DATABASE_URL: place.url,
    PASSERELLE_OFFICE: "test/support/library-office",
    PASSERELLE_SAMPLE: "none",
  };
  const town = await startLibraryTown({ environment });
  await using first = town.product;
  await using second = await startProduct({ environment });
  const [here, there] = [at(town, first.url), at(town, second.url)];

  expect((await there("/api/auth/me")).body).toMatchObject({ user: { name: "Ada Marsh" } });

  const plugins = (await there("/api/plugins")).body;
  const plugin = plugins.find(({ status }) => status === "disabled");
  await here(`/api/plugins/${plugin?.["id"]}`, { method: "PUT", body: { enabled: true } });
  const statusThere = async () => {
    const list: readonly Json[] = (await there("/api/plugins")).body;
    return list.find(({ id }) => id === plugin?.["id"])?.["status"];
  };
  await expect.poll(statusThere).not.toBe("disabled");

  const create = async (type: string, data: object) =>
    String((await here(`/api/${type}`, { method: "POST", body: data })).body["id"]);
  const memberId = await create("members", { firstName: "Jeanne", lastName: "Roux", cardUntil: "2099-01-01" });
  const lent = await Promise.all(
    Array.from({ length: pairs }, async () => {
      const bookId = await create("books", { title: "Germinal", author: "Émile Zola", copies: 1 });
      const reader = await create("members", { firstName: "Zoé", lastName: "Étienne", cardUntil: "2099-01-01" });
      const loanId = await create("loans", { memberId: reader, bookId, dueOn: "2099-01-01" });
      return { loanId, reservationId: await create("reservations", { memberId, bookId }) };
    }),
  );
  let answers = 0;
  const returned = await Promise.all(
    lent.map(async ({ loanId, reservationId }, nr) => {
      const call = nr % 2 === 0 ? here : there;
      const body = { type: "RETURN", payload: { condition: "good" } };
      const status = await call(`/api/loans/${loanId}/events`, { method: "POST", body }).then(
        (answer) => answer.status,
        () => 0,
      );
      answers += 1;
      if (answers === 5) process.kill(first.processId, "SIGKILL");
      return { loanId, reservationId, status };
    }),
  );
  // Whoever asked the one that is left was answered.
  const askedThere = returned.filter((_, nr) => nr % 2 === 1);
  expect(askedThere.map(({ status }) => status)).toEqual(askedThere.map(() => 200));

  for (const { loanId, reservationId, status } of returned) {
    const loan = (await there(`/api/loans/${loanId}`)).body;
    if (status === 200) expect(loan["stage"]).toBe("returned");
    const wanted = loan["stage"] === "returned" ? ["create", "BOOK_IS_BACK"] : ["create"];
    const events = async () => {
      const history: readonly Json[] = (await there(`/api/reservations/${reservationId}/history`)).body;
      return history.map(({ event }) => event);
    };
    await expect.poll(events, overLeases).toEqual(wanted);
  }
  const waiting = async () => {
    const metrics = await (await fetch(`${second.url}/metrics`)).text();
    return /^passerelle_queue_depth\{queue="effects"\} (\d+)$/m.exec(metrics)?.[1];
  };
  await expect.poll(waiting, overLeases).toBe("0");
  await place.remove();
});
