import type { TestProject } from "vitest/node";
import { type RunningProduct, startProduct } from "./running-product.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The product with the sample town in it. */
    readonly sampleTown: string;
  }
}

let product: RunningProduct | null = null;

/** Gives the browser tests one running sample town: a fresh one, or the one that `SAMPLE_TOWN` is the address of. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env["SAMPLE_TOWN"];
  if (given) {
    project.provide("sampleTown", given);
    return;
  }
  product = await startProduct();
  project.provide("sampleTown", product.url);
}

/** Stops what `setup` has started. */
export async function teardown(): Promise<void> {
  await product?.stop();
}
