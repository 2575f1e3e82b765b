import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate as nextTurn } from "node:timers/promises";
import { plugin } from "../../plugins/matching-rome/plugin.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { createMemoryRecords, testContext } from "../../server/plugin-api/testing/index.ts";
import type { BenchPlace } from "./bench-place.ts";
import { pace } from "./measure.ts";
import type { Row } from "./report.ts";

const people = 100_000;
const occupations = 500;
const communes = ["49353", "49007", "49328", "49015", "49267"];
const skills = Array.from({ length: 200 }, (_, number) => `Compétence ${number}`);
const goal = 5;
const batch = 250;

/** The best 20 for one offer among 100,000 people, with their reasons, once they have been read. */
export async function matchRows({ milliseconds }: BenchPlace): Promise<readonly Row[]> {
  const all: { readonly [type: string]: readonly JsonObject[] } = {
    occupations: Array.from({ length: occupations }, (_, number) => ({
      id: codeOf(number),
      code: codeOf(number),
      label: `Métier ${number}`,
      close: [codeOf(number + 1)],
      evolutions: [codeOf(number + 2)],
    })),
    seekers: Array.from({ length: people }, (_, number) => ({ id: `seeker-${number}`, ...personOf(number) })),
    "seeker-journeys": Array.from({ length: people }, (_, number) => ({
      id: `journey-${number}`,
      seekerId: `seeker-${number}`,
      status: "active",
      stage: "coaching.searching",
    })),
    "company-recruitments": [],
  };
  const records = { ...createMemoryRecords(all), each: (type: string) => inBatches(all[type] ?? []) };
  const context = testContext(plugin, records);
  const matcher = plugin.matchers?.["rome-candidates"];
  if (matcher === undefined) throw new Error("The plugin has no matcher for offers");
  const once = (turn: number) => matcher.match(offerOf(turn), { limit: 20 }, context);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  await once(0);
  const first = performance.now() - began;
  delay.disable();
  const { p50 } = await pace({ atOnce: 1, milliseconds, once });
  return [
    {
      what: `best 20 of ${people} people for an offer, with reasons, p50`,
      measured: `${p50.toFixed(1)} ms`,
      ratio: null,
      goal: `≤ ${goal} ms`,
      reached: p50 <= goal,
    },
    {
      what: `the first one, all people read (others waited ${Math.round(delay.max / 1e6)} ms at most)`,
      measured: `${Math.round(first)} ms`,
      ratio: null,
      goal: "",
      reached: null,
    },
  ];
}

/** As an office reads them: some at a time, each time waiting for the database. */
async function* inBatches(records: readonly JsonObject[]): AsyncGenerator<readonly JsonObject[]> {
  for (let from = 0; from < records.length; from += batch) {
    await nextTurn();
    yield records.slice(from, from + batch);
  }
}

function personOf(number: number): JsonObject {
  return {
    occupations: [{ code: codeOf(number * 7), months: number % 120 }],
    skills: [0, 1, 2, 3].map((place) => skillOf(number * 13 + place * 29)),
    commune: communes[number % communes.length] ?? "49353",
    radiusKm: 10 + (number % 40),
    mobility: [number % 3 === 0 ? "public-transport" : "permit-vehicle"],
    licences: number % 3 === 0 ? [] : ["B"],
    contractTypes: ["CDI", "CDD"],
    workingTime: "either",
    acceptsWeekends: number % 2 === 0,
    educationLevel: 3 + (number % 4),
    availableFrom: "2026-01-01",
  };
}

function offerOf(number: number): JsonObject {
  return {
    id: `offer-${number}`,
    title: `Offre ${number}`,
    occupation: codeOf(number),
    skills: [0, 1, 2].map((place) => skillOf(number * 13 + place * 29)),
    commune: communes[number % communes.length] ?? "49353",
    licences: ["B"],
    contractType: "CDI",
    workingTime: "full-time",
    educationLevel: 3,
    experienceMonths: 12,
    startOn: "2026-04-15",
    stage: "published",
    status: "active",
  };
}

function codeOf(number: number): string {
  return `K${1000 + (number % occupations)}`;
}

function skillOf(number: number): string {
  return skills[number % skills.length] ?? "";
}
