import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type ProductSettings, startProduct } from "../support/running-product.ts";
import type { BenchPlace } from "./bench-place.ts";
import { median } from "./measure.ts";
import type { Row } from "./report.ts";

const offices = {
  "an empty library": { PASSERELLE_SAMPLE: "none", PASSERELLE_OFFICE: "test/support/library-office" },
  "the sample town": {},
};

/** What plugins read for first questions is in memory by then. */
const untilIdle = 5000;

/** The first start loads the sample. */
const untilLoaded = 600_000;

/** Starts the product three times on a database that is there, as `npm start` does. */
export async function startRows({ folder }: BenchPlace): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [office, environment] of Object.entries(offices)) {
    const dataFolder = join(folder, `start-${rows.length}`);
    rows.push(...(await startsOf(office, { dataFolder, environment })));
  }
  return rows;
}

async function startsOf(office: string, settings: ProductSettings): Promise<readonly Row[]> {
  const first = await startProduct({ ...settings, readyWithin: untilLoaded });
  await first.stop();
  const times: number[] = [];
  const memories: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const started = performance.now();
    const product = await startProduct(settings);
    times.push(performance.now() - started);
    await pause(untilIdle);
    memories.push(residentMegabytes(product.processId));
    await product.stop();
  }
  const [time, memory] = [median(times), median(memories)];
  return [
    row(
      `${office}: start to ready, built, database there`,
      { measured: `${Math.round(time)} ms`, goal: "≤ 1500 ms" },
      time <= 1500,
    ),
    row(`${office}: memory once idle`, { measured: `${Math.round(memory)} MB`, goal: "≤ 120 MB" }, memory <= 120),
  ];
}

function row(what: string, figures: Pick<Row, "measured" | "goal">, reached: boolean): Row {
  return { what, ...figures, ratio: null, reached };
}

/** Not a number where the system does not tell. */
function residentMegabytes(processId: number): number {
  try {
    const status = readFileSync(`/proc/${processId}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
