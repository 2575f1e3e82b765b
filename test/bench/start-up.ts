import { readFileSync } from "node:fs";
import { startProduct } from "../support/running-product.ts";
import { median } from "./measure.ts";

export interface StartUp {
  /** From the command to `/readyz`, built and with its database, in milliseconds. */
  readonly readyAfter: number;
  /** Resident memory once idle, in megabytes; not a number where the system does not tell. */
  readonly memory: number;
}

/** Starts the product three times on a database that is there, as `npm start` does. */
export async function startUp(dataFolder: string, environment: { readonly [name: string]: string }): Promise<StartUp> {
  const first = await startProduct({ dataFolder, environment });
  await first.stop();
  const times: number[] = [];
  const memories: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const started = performance.now();
    const product = await startProduct({ dataFolder, environment });
    times.push(performance.now() - started);
    memories.push(residentMegabytes(product.processId));
    await product.stop();
  }
  return { readyAfter: median(times), memory: median(memories) };
}

function residentMegabytes(processId: number): number {
  try {
    const status = readFileSync(`/proc/${processId}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
