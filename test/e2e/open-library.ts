import type { Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { browserOfTests, desk, signedInPage } from "../support/browser.ts";
import { type LibraryTown, startLibraryTown } from "../support/library-town.ts";

/** The library in a browser, with calls to it beside. */
export interface LibraryPages extends Pick<LibraryTown, "call"> {
  /** A page of its administrator; at a desk unless told. */
  page(viewport?: { readonly width: number; readonly height: number }): Promise<Page>;
}

/** A library of its own for the tests of a file. */
export function openLibrary(): LibraryPages {
  const browser = browserOfTests();
  let library: LibraryTown;
  beforeAll(async () => {
    library = await startLibraryTown();
  });
  afterAll(() => library.product.stop());
  const librarian = { email: "librarian@library.test", password: "a library of open shelves" };
  return {
    call: (...asked) => library.call(...asked),
    page: (viewport = desk) => signedInPage(browser(), { url: library.product.url, ...librarian, viewport }),
  };
}
