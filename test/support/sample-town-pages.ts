import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { desk, openBrowser, signedInPage } from "./browser.ts";

/** The sample town in a browser. */
export interface TownPages {
  /** Without a slash at its end. */
  readonly url: string;
  /** A page of one of its accounts, such as `conseil1`; at a desk unless told. */
  as(account: string, viewport?: { readonly width: number; readonly height: number }): Promise<Page>;
}

/** Opens a browser before the tests of a file, and closes it after them; its pages are those of the sample town. */
export function openTown(): TownPages {
  const url = inject("sampleTown");
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  return {
    url,
    as: (account, viewport = desk) => signedInPage(browser, { url, email: `${account}@trelaze.test`, viewport }),
  };
}
