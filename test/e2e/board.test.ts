import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, signedInPage } from "../support/browser.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

let browser: Browser;
let workshop: Workshop;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  workshop = await openWorkshop("test/chaos/office");
  for (const name of ["Loire", "Maine"]) await workshop.call("POST", "/api/tallies", { name });
  page = await signedInPage(browser, workshop.signIn);
  await page.goto("/board/tallies");
});
afterAll(async () => {
  await browser.close();
  await workshop[Symbol.asyncDispose]();
});

const column = (title: string) => page.getByRole("region", { name: title, exact: true });
const cardIn = (title: string, name: string) => column(title).getByRole("group", { name, exact: true });

/** Fills the form that the move asks for, and sees the case on the other side, where it stays. */
async function windUp(name: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: `Remonter · ${name}` });
  await dialog.getByLabel("Tour").fill("premier");
  await dialog.getByRole("button", { name: "Remonter" }).click();
  await cardIn("Remonté", name).waitFor();
  await page.reload();
  await cardIn("Remonté", name).waitFor();
  const moved = (await workshop.call("GET", `/api/tallies?filter={"name":"${name}"}`)) as readonly object[];
  expect(moved).toMatchObject([{ stage: "wound", round: "premier", version: 2 }]);
}

/** The column says what dropping the card here would do: the drag has begun, and its actions are known. */
const isWelcome = (target: Locator) => target.getByText("✓ Remonter").waitFor();

/** What is said to whoever does not see the card. */
const isOver = (title: string) =>
  page.locator("[aria-live]", { hasText: `Au-dessus de la colonne « ${title} ».` }).waitFor({ state: "attached" });

test("a card that is dragged to another column with the pointer is asked its form, and moves", async () => {
  const card = cardIn("Arrêté", "Loire");
  const [from, to] = [await card.boundingBox(), await column("Remonté").boundingBox()];
  if (!from || !to) throw new Error("The card or the column is not drawn");
  const start = { x: from.x + 40, y: from.y + from.height - 8 };
  const end = { x: to.x + to.width / 2, y: start.y };
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 20, start.y, { steps: 4 });
  await isWelcome(column("Remonté"));
  await page.mouse.move(end.x, end.y, { steps: 20 });
  await isOver("Remonté");
  await page.mouse.up();
  await windUp("Loire");
});

test("a card is carried to another column with the keyboard", async () => {
  await cardIn("Arrêté", "Maine").focus();
  await page.keyboard.press("Space");
  await isWelcome(column("Remonté"));
  await page.keyboard.press("ArrowRight");
  await isOver("Remonté");
  await page.keyboard.press("Space");
  await windUp("Maine");
});

test("the rest of a column was everybody's, though the board showed one's own cases alone", async () => {
  const { user } = (await workshop.call("GET", "/api/auth/me")) as { user: { id: string } };
  for (let made = 0; made < 51; made += 1) {
    await workshop.call("POST", "/api/tallies", { name: `Layon ${made}`, assigneeId: user.id });
  }
  await page.reload();
  await page.getByRole("group", { name: "Dossiers affichés" }).getByRole("button", { name: "Les miens" }).click();
  const rest = column("Arrêté").getByRole("link", { name: "1 autre dossier" });
  const filter = async () => {
    const address = new URL((await rest.getAttribute("href")) ?? "", page.url());
    return JSON.parse(address.searchParams.get("filter") ?? "{}");
  };
  await expect.poll(filter).toEqual({ assigneeId: user.id, stage: "still" });
});
