import { expect, test } from "vitest";
import { openTown } from "./open-town.ts";

const { browser, url } = openTown();

test("a time was asked for far from the office without a word on whose time it is", async () => {
  const context = await browser().newContext({ baseURL: url, locale: "fr-FR", timezoneId: "Pacific/Auckland" });
  const headers = { Origin: url };
  await context.request.post("/api/auth/login", {
    data: { email: "conseil1@trelaze.test", password: "passerelle" },
    headers,
  });
  const asked = encodeURIComponent(JSON.stringify({ interviewAt_null: false, stage: "interview" }));
  const found = await context.request.get(`/api/applications?filter=${asked}&range=[0,0]`);
  const [one] = (await found.json()) as readonly { readonly id: string; readonly interviewAt: string }[];
  const page = await context.newPage();
  await page.goto(`/applications/${one?.id}`);
  const shown = new Intl.DateTimeFormat("fr-FR", { timeStyle: "short", timeZone: "Europe/Paris" });
  await page
    .getByText(shown.format(Date.parse(one?.interviewAt ?? "")))
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Modifier" }).first().click();
  await page.getByText("À l’heure de la structure (Europe/Paris)").first().waitFor();
  expect(await page.getByLabel("Heure", { exact: true }).first().inputValue()).toMatch(/^\d\d:\d\d$/);
  await context.close();
});
