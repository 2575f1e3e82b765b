import type { Browser, Page } from "playwright-core";
import { inject } from "vitest";
import { browserOfTests, desk, signedInPage } from "../support/browser.ts";

/** The sample town in a browser. */
export interface TownPages {
  /** Without a slash at its end. */
  readonly url: string;
  browser(): Browser;
  /** A page of one of its accounts, such as `conseil1`; at a desk unless told. */
  as(account: string, viewport?: { readonly width: number; readonly height: number }): Promise<Page>;
}

/** The sample town, for the tests of a file. */
export function openTown(): TownPages {
  const url = inject("sampleTown");
  const browser = browserOfTests();
  return {
    url,
    browser,
    as: (account, viewport = desk) => signedInPage(browser(), { url, email: `${account}@trelaze.test`, viewport }),
  };
}
