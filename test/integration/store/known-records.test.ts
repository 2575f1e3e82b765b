import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Committer } from "../../../server/domain/changes/committer.ts";
import type { Case } from "../../../server/engine/execution/case.ts";
import { standingOf } from "../../../server/engine/execution/case-standing.ts";
import { eachDatabase } from "../../support/databases.ts";
import { aCase, creation, next, update } from "./change-builder.ts";
import { twoProcesses } from "./two-processes.ts";

const loans = [0, 1, 2].map((place) => aCase("loans", { place }));

/** What is done at the same moment as others: to which loan, and by whom. */
const deed = fc.record({
  place: fc.nat({ max: loans.length - 1 }),
  what: fc.constantFrom("read", "read", "move", "move", "write", "theirs move", "theirs write", "undone move"),
  later: fc.nat({ max: 40 }),
});
const moments = fc.array(fc.array(deed, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 6 });

eachDatabase((_open, makePlace) => {
  test("whatever two processes do at once, a read sees all that was durable before it, and nothing that never was", async () => {
    await using library = await twoProcesses(makePlace);
    const { seen, store, reader } = library.ours;
    const writers = { ours: new Committer(store), theirs: new Committer(library.theirs) };
    await fc.assert(
      fc.asyncProperty(moments, async (sequence) => {
        const born = loans.map((loan) => aCase("loans", loan.data));
        await store.commit(born.map((loan) => creation(loan, { entry: { system: standingOf(loan) } })));
        /** Every version that became durable, of each loan. */
        const past: Case[][] = born.map((loan) => [loan]);
        const newest = (place: number) => past[place]?.at(-1) ?? born[0] ?? fail();
        const write = async (place: number, who: keyof typeof writers, more: Partial<Case>, keeps: boolean) => {
          const after = next(newest(place), more);
          const entry = { system: standingOf(after) };
          const change = keeps ? update(after, { index: null, entry }) : update(after, { entry });
          const outcome = await writers[who].commit(change).catch(() => ({ done: false }));
          if (outcome.done) past[place]?.push(after);
        };
        const read = async (place: number, later: number) => {
          const before = newest(place).version;
          const records = await reader.around([newest(place).id]);
          // Others who asked at the same moment go first, and what they do may be durable by then.
          for (let turns = 0; turns < later; turns++) await setImmediate();
          const found = records.get(newest(place).id)?.record;
          return { place, before, found };
        };
        for (const [turn, deeds] of sequence.entries()) {
          seen.isUndoing = deeds.some(({ what }) => what === "undone move");
          const stage = { stage: `stage ${turn}` };
          const done = deeds.map(({ place, what, later }) => {
            if (what === "read") return read(place, later);
            const who = what.startsWith("theirs") ? "theirs" : "ours";
            return what.endsWith("move")
              ? write(place, who, stage, true)
              : write(place, who, { data: { place, turn } }, false);
          });
          for (const answer of await Promise.all(done)) {
            if (answer === undefined) continue;
            const { place, before, found } = answer;
            expect(found?.version).toBeGreaterThanOrEqual(before);
            expect(found).toEqual(past[place]?.find(({ version }) => version === found?.version));
          }
        }
        seen.isUndoing = false;
        for (const { id } of born) {
          expect((await reader.around([id])).get(id)).toEqual((await library.stored.around([id])).get(id));
        }
      }),
      { numRuns: 60 },
    );
  });
});

function fail(): never {
  throw new Error("Every loan has a first version");
}
