import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContext, type Page, chromium as playwright } from "playwright-core";
import { afterAll, beforeAll } from "vitest";

/** A real Chromium, out of an npm package; `CHROMIUM` names another one. */
export async function openBrowser(): Promise<Browser> {
  const given = process.env["CHROMIUM"];
  return await playwright.launch({
    executablePath: given ?? (await chromium.executablePath()),
    // In one process, contexts share their cookies and closing one ends the browser.
    args: [...chromium.args.filter((arg) => arg !== "--single-process" && arg !== "--no-zygote"), "--lang=fr-FR"],
    headless: true,
  });
}

/** A browser that is opened before the tests of a file and closed after them; there is none in between files. */
export function browserOfTests(): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  return () => browser;
}

/** The two widths that every screen is looked at in, in pixels. */
export const desk = { width: 1440, height: 900 };
/** See `desk`. */
export const phone = { width: 390, height: 844 };

/** How long a page is waited for, in milliseconds, on a machine that has much to do. */
const patience = 90_000;

/** A page of somebody who is signed in, in French, at a desk unless told. */
export async function signedInPage(browser: Browser, at: SignedIn): Promise<Page> {
  const context = await browser.newContext({
    baseURL: at.url,
    locale: at.locale ?? "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: at.viewport ?? desk,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(patience);
  await signIn(context, at);
  return await context.newPage();
}

/** Who looks, where, and how wide their window is. */
export interface SignedIn {
  readonly url: string;
  readonly email: string;
  readonly password?: string;
  readonly locale?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

async function signIn(context: BrowserContext, { url, email, password = "passerelle" }: SignedIn): Promise<void> {
  const answer = await context.request.post(`${url}/api/auth/login`, {
    data: { email, password },
    headers: { Origin: url },
  });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`);
}
