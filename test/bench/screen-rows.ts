import type { Browser, Page } from "playwright-core";
import { openBrowser, signedInPage } from "../support/browser.ts";
import { startProduct } from "../support/running-product.ts";
import type { BenchPlace } from "./bench-place.ts";
import { median } from "./measure.ts";
import type { Row } from "./report.ts";

const firstLoadGoalKilobytes = 450;
const firstScreenGoalMs = 1500;
const pageGoalMs = 1000;

/** The sample's first record of a type, as part of a path. */
type FirstOf = (type: string) => Promise<string>;

/** Screens of a day's work: where each is, and what is there once it is of use. */
const screens: { readonly [what: string]: (first: FirstOf) => Promise<Screen> } = {
  "my day": async () => ({ path: "/", useful: "main h2" }),
  "a list": async () => ({ path: "/seekers", useful: "main tbody a" }),
  "a person": async (first) => ({ path: `/seekers/${await first("seekers")}`, useful: "main [role=tabpanel]" }),
  "a case": async (first) => ({
    path: `/seeker-journeys/${await first("seeker-journeys")}`,
    useful: "main [role=tabpanel]",
  }),
  "a board": async () => ({ path: "/board/seeker-journeys", useful: "main section a" }),
  "the permanence": async () => ({ path: "/permanence", useful: "main h2" }),
  "matches of an offer": async (first) => ({
    path: `/matching/company-recruitments/${await first("company-recruitments")}`,
    useful: "main article",
  }),
  "a report": async () => ({ path: "/reports/placements", useful: "main table tbody td" }),
  "a workflow in the studio": async () => ({ path: "/studio/seeker-journeys", useful: ".react-flow__node" }),
};

interface Screen {
  readonly path: string;
  /** A selector of what the screen is opened for. */
  readonly useful: string;
}

/** The sample town in a real browser at 1440 px: the first load with nothing kept, then each screen opened by its address. */
export async function screenRows({ rounds }: BenchPlace): Promise<readonly Row[]> {
  await using product = await startProduct({ readyWithin: 600_000 });
  const browser = await openBrowser();
  try {
    const at = { url: product.url, email: "admin@trelaze.test" };
    return [...(await firstLoadRows(browser, at, rounds)), ...(await openedRows(browser, at, rounds))];
  } finally {
    await browser.close();
  }
}

interface Reader {
  readonly url: string;
  readonly email: string;
}

/** Each time in a browser that has kept nothing. */
async function firstLoadRows(browser: Browser, at: Reader, rounds: number): Promise<readonly Row[]> {
  const times: number[] = [];
  let sent = noKilobytes;
  for (let turn = 0; turn < rounds; turn++) {
    const page = await signedInPage(browser, at);
    const weigh = await scales(page);
    times.push(await opening(page, { path: "/", useful: "main h2" }));
    sent = weigh();
    await page.context().close();
  }
  const code = sent.Document + sent.Script + sent.Stylesheet;
  return [
    {
      what: `first load: page, scripts and styles, as they are sent; ${Math.round(sent.Font)} kB of font beside`,
      measured: `${Math.round(code)} kB`,
      ratio: null,
      goal: `≤ ${firstLoadGoalKilobytes} kB`,
      reached: code <= firstLoadGoalKilobytes,
    },
    timeRow("first load: until my day is of use", times, firstScreenGoalMs),
  ];
}

const noKilobytes = { Document: 0, Script: 0, Stylesheet: 0, Font: 0 };

/** Weighs what the network carries for a page from now on, in kB with headers, by what it is. */
async function scales(page: Page): Promise<() => typeof noKilobytes> {
  const network = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  const sent: Record<string, number> & typeof noKilobytes = { ...noKilobytes };
  network.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "";
    sent[kind] = (sent[kind] ?? 0) + encodedDataLength / 1000;
  });
  await network.send("Network.enable");
  return () => sent;
}

async function openedRows(browser: Browser, at: Reader, rounds: number): Promise<readonly Row[]> {
  const page = await signedInPage(browser, at);
  const first: FirstOf = async (type) => {
    const answer = await page.request.get(`${at.url}/api/${type}?range=[0,0]&sort=["updatedAt","DESC"]`);
    const [record] = (await answer.json()) as readonly { readonly id: string }[];
    return record?.id ?? "";
  };
  const rows: Row[] = [];
  for (const [what, screenOf] of Object.entries(screens)) {
    const screen = await screenOf(first);
    await opening(page, screen);
    const times: number[] = [];
    for (let turn = 0; turn < rounds; turn++) times.push(await opening(page, screen));
    rows.push(timeRow(`${what}, opened by its address, its scripts kept by the browser`, times, pageGoalMs));
  }
  return rows;
}

/** Milliseconds from asking for a screen until it is of use: what it is for is there, and nothing is a placeholder. */
async function opening(page: Page, { path, useful }: Screen): Promise<number> {
  const asked = performance.now();
  await page.goto(path, { waitUntil: "commit" });
  await page.waitForFunction(
    (selector) =>
      document.querySelector(selector) !== null &&
      document.querySelector(".MuiSkeleton-root, main [role=progressbar]") === null,
    useful,
  );
  return performance.now() - asked;
}

function timeRow(what: string, times: readonly number[], goal: number): Row {
  const time = median(times);
  return { what, measured: `${Math.round(time)} ms`, ratio: null, goal: `≤ ${goal} ms`, reached: time <= goal };
}
