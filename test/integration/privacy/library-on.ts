import type { TestPlace } from "../../support/databases.ts";
import type { ApiClient } from "../http/api-client.ts";
import { type RunningLibrary, startLibrary } from "../http/running-library.ts";

/** A library that answers over HTTP, with the two who ask in the tests of privacy. */
export interface LibraryOnPlace extends AsyncDisposable {
  readonly library: RunningLibrary;
  readonly librarian: ApiClient;
  readonly admin: ApiClient;
}

/** Starts a library on a database of its own, which goes with it. */
export async function libraryOn(makePlace: () => Promise<TestPlace>): Promise<LibraryOnPlace> {
  const place = await makePlace();
  const library = await startLibrary({ databaseUrl: place.url });
  return {
    library,
    librarian: await library.as("librarian"),
    admin: await library.as("admin"),
    async [Symbol.asyncDispose]() {
      await library[Symbol.asyncDispose]();
      await place.remove();
    },
  };
}
