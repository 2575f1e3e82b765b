import type { Page, Route } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openTown } from "./open-town.ts";

const { as, browser, url } = openTown();

/** What is sent to that address is carried out, and its answer lost on the way. */
const loseAnswers = (page: Page, path: string, method: string) =>
  page.route(`**${path}`, async (route: Route) => {
    if (route.request().method() !== method) return route.fallback();
    await route.fetch();
    return route.abort();
  });

const unreachable = "Le serveur ne répond pas. Vérifiez votre connexion au réseau, puis réessayez.";

test("a record whose answer was lost was there twice once it was sent again", async () => {
  const page = await as("conseil1");
  const name = `Tonnellerie ${Date.now()}`;
  await page.goto("/companies/create");
  await page.getByLabel("Raison sociale").fill(name);
  await loseAnswers(page, "/api/companies", "POST");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText(unreachable).waitFor();
  await page.unrouteAll();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  const filter = encodeURIComponent(JSON.stringify({ name }));
  expect(await (await page.request.get(`${url}/api/companies?filter=${filter}`)).json()).toHaveLength(1);
  await page.context().close();
});

test("a task that could not be ticked off said nothing but an empty notice", async () => {
  const page = await as("conseil1");
  await page.goto("/");
  const task = page
    .getByRole("region", { name: /^Tâches/ })
    .getByRole("checkbox")
    .first();
  await task.waitFor();
  await page.route("**/api/tasks/*", (route) => route.abort());
  await task.click();
  await page.getByText(unreachable).waitFor();
  await expect.poll(() => task.isChecked()).toBe(false);
  await page.context().close();
});

test("the next steps of a case that could not be asked for stayed grey for ever", async () => {
  const page = await as("conseil1");
  const [{ id }] = (await (await page.request.get(`${url}/api/seeker-journeys?range=[0,0]`)).json()) as [
    { id: string },
  ];
  await page.route("**/actions", (route) => route.abort());
  await page.goto(`/seeker-journeys/${id}`);
  await page.getByText(unreachable).waitFor();
  await page.unrouteAll();
  await page.getByRole("button", { name: "Réessayer" }).click();
  await page.getByRole("heading", { name: "Prochaines étapes" }).waitFor();
  await page.context().close();
});

test("somebody who signed out without a network was told nothing, and stayed signed in", async () => {
  const page = await as("accueil");
  await page.goto("/");
  await page.route("**/api/auth/logout", (route) => route.abort());
  await page.getByRole("button", { name: /^Mon menu/ }).click();
  await page.getByRole("menuitem", { name: "Se déconnecter" }).click();
  await page.getByText(unreachable).waitFor();
  expect(new URL(page.url()).pathname).toBe("/");
  await page.unrouteAll();
  await page.getByRole("menuitem", { name: "Se déconnecter" }).click();
  await page.getByRole("heading", { name: "Connexion" }).waitFor();
  expect((await page.request.get(`${url}/api/auth/me`)).status()).toBe(401);
  await page.context().close();
});

test("a page heard of no change any more once its live connection had been refused", async () => {
  const page = await as("conseil1");
  await page.route("**/api/live", (route) => route.fulfill({ status: 502 }), { times: 1 });
  const heard = page.waitForResponse((answer) => answer.url().endsWith("/api/live") && answer.status() === 200);
  const name = `Ganterie ${Date.now()}`;
  await page.goto(`/companies?filter=${encodeURIComponent(JSON.stringify({ name }))}`);
  await page.getByText("Rien ne correspond à ces filtres").waitFor();
  await heard;
  const data = { name };
  expect((await page.request.post(`${url}/api/companies`, { data, headers: { Origin: url } })).status()).toBe(201);
  await page.getByRole("link", { name }).waitFor();
  await page.context().close();
});

test("a page left open overnight went on with the day before", async () => {
  const page = await as("conseil1");
  await page.clock.install();
  await page.goto("/");
  await page.getByRole("heading", { level: 1, name: "Ma journée" }).waitFor();
  const again = page.waitForRequest((request) => request.url().endsWith("/api/office"));
  await page.clock.fastForward("24:00:00");
  await again;
  await page.context().close();
});

test("a one-time link that could not be looked at was said to be over", async () => {
  const page = await browser().newPage({ baseURL: url, locale: "fr-FR" });
  await page.route("**/api/auth/links/*", (route) => route.abort());
  await page.goto("/login?link=some-link");
  await page.getByText(unreachable).waitFor();
  await page.unrouteAll();
  await page.getByRole("button", { name: "Réessayer" }).click();
  await page.getByRole("heading", { name: "Ce lien ne sert plus" }).waitFor();
  await page.context().close();
});

test("whoever asked for a new password twice was sent two links", async () => {
  const page = await browser().newPage({ baseURL: url, locale: "fr-FR" });
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/auth/forgotten")) asked.push(request.url());
  });
  await page.goto("/mot-de-passe-oublie");
  await page.getByLabel("Adresse e-mail").fill("conseil1@trelaze.test");
  await page.locator("form").evaluate(submitInTwoTasks);
  await page.getByText("Si cette adresse est connue").waitFor();
  expect(asked).toHaveLength(1);
  await page.context().close();
});

/** The page's own, which TypeScript's library does not know yet. */
declare const scheduler: { postTask(task: () => void, how: { readonly priority: "user-blocking" }): Promise<void> };

/** Sends a form twice, the second time as a key press that came before the page had a moment for anything else. */
async function submitInTwoTasks(form: HTMLElement | SVGElement) {
  if (!(form instanceof HTMLFormElement)) throw new Error("not a form");
  form.requestSubmit();
  await scheduler.postTask(() => form.requestSubmit(), { priority: "user-blocking" });
}

describe("what was read before stays when it cannot be read again", () => {
  const stale = "n’a pas pu être relu et a peut-être changé";
  /** Where, what is read there, and what is to stay. */
  const places = [
    { place: "/permanence", read: "**/api/visits?*", stays: "Sans rendez-vous" },
    { place: "/", read: "**/api/my-day", stays: "Tâches" },
    { place: "/board/company-recruitments", read: "**/api/boards/*", stays: "Diffusée" },
  ];
  test.each(places)("$place was replaced whole by an error", async ({ place, read, stays }) => {
    const page = await as("conseil1");
    await page.goto(place);
    const kept = page.getByRole("heading", { name: stays });
    await kept.first().waitFor();
    await page.route(read, (route) => route.abort());
    // Whoever comes back to the window reads it again, as does whoever hears of a change.
    await expect
      .poll(async () => {
        await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
        return await page.getByText(stale).isVisible();
      })
      .toBe(true);
    await kept.first().waitFor();
    await page.unrouteAll();
    await page.getByRole("button", { name: "Réessayer" }).click();
    await page.getByText(stale).waitFor({ state: "detached" });
    await page.context().close();
  });
});
