import { expect, test } from "vitest";
import { recordHistory } from "../../../server/domain/records/history/record-history.ts";
import { readRecord } from "../../../server/domain/records/read-record.ts";
import { updateRecord } from "../../../server/domain/records/update-record.ts";
import { recomputeDerived } from "../../../server/domain/timers/recompute-derived.ts";
import { eachDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, newMember } from "./library-story.ts";

eachDatabase((open) => {
  test("derived values are worked out at every change and again every day, by the one road", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office, clock } = library;
    const caller = library.as("librarian");
    const child = await newMember(library, { bornOn: "2014-03-05" });
    const adult = await newMember(library, { bornOn: "1990-03-05" });
    expect(child["groups"]).toEqual(["CHILD"]);
    expect(adult["groups"] ?? []).toEqual([]);
    const address = { type: "members", id: idOf(child) };
    expect(await recomputeDerived(office)).toBe(0);
    clock.moveTo("2026-03-05T08:00:00.000Z");
    expect(await recomputeDerived(office)).toBe(1);
    expect(await recomputeDerived(office)).toBe(0);
    const grown = await readRecord(office, caller, address);
    expect([grown["groups"] ?? [], grown["version"]]).toEqual([[], 2]);
    const history = await recordHistory(office, caller, address);
    expect(history[1]).toMatchObject({ event: "update", actor: { id: "engine" } });
    const corrected = await updateRecord(office, caller, { ...address, data: { bornOn: "2020-01-01" } });
    expect(corrected["groups"]).toEqual(["CHILD"]);
  });
});
