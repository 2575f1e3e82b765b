import { beforeAll, expect, test } from "vitest";
import { judgeHistory } from "../../chaos/judge-history.ts";
import { killRounds } from "../../chaos/kill-rounds.ts";
import { Load } from "../../chaos/load.ts";
import { eachDatabase } from "../../support/databases.ts";
import { runPasserelle } from "../../support/run-passerelle.ts";
import { lend, startLibrary } from "../http/running-library.ts";

/** The command line builds whatever is stale before it answers. */
beforeAll(async () => {
  expect((await runPasserelle(["--help"], {})).code).toBe(0);
});

eachDatabase((_open, makePlace) => {
  test("a few power cuts under load lose nothing, double nothing, and leave a history that verifies", async () => {
    const { url, remove } = await makePlace();
    const nodes = url.startsWith("sqlite:") ? 1 : 2;
    const figures = await killRounds({ databaseUrl: url, nodes, rounds: 2, seed: 20_261_123 });
    await remove();
    expect(figures.faults).toEqual([]);
    expect(figures.kills).toBe(2 * nodes);
    expect(figures.acknowledged).toBeGreaterThanOrEqual(20 * figures.kills);
    expect(figures.timersFired).toBeGreaterThan(0);
  });
});

test("whoever judges what is left sees what is missing, doubled or touched", async () => {
  await using library = await startLibrary();
  const { member } = await lend(await library.as("librarian"));
  const { town } = library.office;
  const load = new Load("judge", { urls: () => [], secret: "", tallies: [], random: () => 0 });
  expect((await judgeHistory(town, load, { isDrained: false })).faults).toEqual([]);
  load.acknowledged.add("judge-1");
  const { knex } = town.database;
  await knex("events").where({ record_id: member["id"] }).update({ actor_name: "Somebody else" });
  const { faults } = await judgeHistory(town, load, { isDrained: true });
  expect(faults).toEqual([
    expect.stringContaining("still has a timer"),
    "judge-1 was acknowledged and is not there",
    expect.stringContaining(`members/${member["id"]}, entry 1`),
  ]);
});
