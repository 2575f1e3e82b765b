import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startLibraryTown } from "../../support/library-town.ts";
import { startProduct } from "../../support/running-product.ts";

const workers = 8;
const environment = { PASSERELLE_OFFICE: "test/support/library-office", PASSERELLE_SAMPLE: "none" };

/** What became of a request: its status, or why there was no answer. */
type Fate = number | string;

test("a stop under load answers what is under way, sends live pages away and ends in time", async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), "passerelle-stop-"));
  const { product, headers } = await startLibraryTown({ dataFolder });
  await using _product = product;
  const live = await fetch(`${product.url}/api/live`, { headers });
  const told = live.text();
  const fates = new Map<string, Fate>();
  const work = async (worker: number) => {
    for (let nr = 1, fate: Fate = 201; fate === 201; nr += 1) {
      const title = `Book ${worker}-${nr}`;
      const body = JSON.stringify({ title, copies: 1 });
      fate = await fetch(`${product.url}/api/books`, { method: "POST", headers, body }).then(
        ({ status }) => status,
        (error: Error) => String(error.cause),
      );
      fates.set(title, fate);
    }
  };
  const working = Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  await expect.poll(() => fates.size, { interval: 20 }).toBeGreaterThan(5 * workers);

  // One that is not done in time ends itself, with another code.
  expect(await product.stop()).toBe(0);
  await working;
  expect(await told).toContain(": here");
  expect([...fates.values()].filter((fate) => typeof fate === "number" && fate !== 201)).toEqual([]);

  await using again = await startProduct({ environment, dataFolder });
  const list = await fetch(`${again.url}/api/books?range=[0,4999]`, { headers });
  const kept = ((await list.json()) as readonly { readonly title: string }[]).map(({ title }) => title);
  const acknowledged = [...fates].filter(([, fate]) => fate === 201).map(([title]) => title);
  // Whatever was taken was answered.
  expect(kept.toSorted()).toEqual(acknowledged.toSorted());
  await again.stop();
  await rm(dataFolder, { recursive: true, force: true });
});
