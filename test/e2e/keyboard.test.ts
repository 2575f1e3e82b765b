import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openTown } from "./open-town.ts";

const { as, url } = openTown();

/** The name of what has the focus, by which a screen reader calls it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return (element?.getAttribute("aria-label") ?? element?.textContent ?? "").replace(/\s+/g, " ");
  });

/** Presses a key until that has the focus. */
async function goTo(page: Page, name: RegExp, key = "Tab"): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`No key leads to ${name}; the focus is on “${await focused(page)}”`);
}

const idOf = async (page: Page, type: string, filter: object) => {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), range: "[0,0]" });
  const [found] = (await (await page.request.get(`${url}/api/${type}?${query}`)).json()) as { id: string }[];
  return found?.id ?? "";
};

test("Enter in the search led nowhere until an arrow was pressed; what can be begun was not in it", async () => {
  const page = await as("accueil");
  await page.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Rechercher" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.type("passage");
  await page.getByRole("option", { name: "Passage" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Permanence" }).waitFor();
  const field = page.getByLabel("Qui se présente ?");
  await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.context().close();
});

test("someone is noted and received by keyboard alone; the focus was lost when their line moved", async () => {
  const page = await as("conseil1");
  const name = `Ondine Clavier ${Date.now()}`;
  await page.goto("/permanence?new");
  const field = page.getByLabel("Qui se présente ?");
  await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: `Recevoir : ${name}` }).waitFor();
  await goTo(page, new RegExp(`Recevoir : ${name}`));
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: `Terminer : ${name}` }).waitFor();
  const inQueue = () =>
    page.evaluate(
      () => document.activeElement?.closest("main section") !== null && document.activeElement !== document.body,
    );
  await expect.poll(inQueue).toBe(true);
  await goTo(page, new RegExp(`Terminer : ${name}`));
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: `Terminer : ${name}` }).waitFor({ state: "detached" });
  await expect.poll(inQueue).toBe(true);
  await page.context().close();
});

test("an action's form had the focus neither when it opened nor gave it back; Escape did not leave it", async () => {
  const page = await as("conseil1");
  await page.goto(`/seeker-journeys/${await idOf(page, "seeker-journeys", { stage: "coaching.searching" })}`);
  await page.getByRole("button", { name: "Suspendre", exact: true }).waitFor();
  await goTo(page, /^Suspendre$/);
  await page.keyboard.press("Enter");
  const form = page.getByRole("region", { name: "Suspendre" });
  await expect.poll(() => form.evaluate((part) => part.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Escape");
  await form.waitFor({ state: "detached" });
  await expect.poll(() => focused(page)).toBe("Suspendre");
  await page.context().close();
});

test("the focus was lost when a record's form opened, and when it closed", async () => {
  const page = await as("conseil1");
  await page.goto(`/seekers/${await idOf(page, "seekers", {})}`);
  await page.getByRole("button", { name: "Modifier" }).waitFor();
  await goTo(page, /^Modifier$/);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("form") !== null)).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(page)).toBe("Modifier");
  await page.context().close();
});

test("what was proposed lost the focus; a menu left by Escape too", async () => {
  const page = await as("conseil1");
  await page.goto(
    `/matching/company-recruitments/${await idOf(page, "company-recruitments", { stage: "preselection" })}`,
  );
  await page
    .getByRole("button", { name: /^Proposer : / })
    .first()
    .waitFor();
  await goTo(page, /^Proposer : /);
  const person = (await focused(page)).replace("Proposer : ", "");
  const answered = page.waitForResponse((answer) => answer.url().endsWith("/api/applications"));
  await page.keyboard.press("Enter");
  // A rule may stand against it: then the reason is told, and one goes on from there too.
  const isDone = (await answered).status() === 201;
  const told = isDone ? page.getByRole("button", { name: `Proposé : ${person}` }) : page.getByRole("alert");
  await told.first().waitFor();
  await expect.poll(() => focused(page)).toBe(`${isDone ? "Proposé" : "Proposer"} : ${person}`);
  await goTo(page, /Nouveau/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Passage" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("menuitem", { name: "Passage" }).waitFor({ state: "detached" });
  await expect.poll(() => focused(page)).toContain("Nouveau");
  await page.context().close();
});
