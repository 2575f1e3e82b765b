import { describe, expect, it } from "vitest";
import { bringsBack, lastsAMonth, planContracts } from "./contracts.ts";
import { Dice } from "./dice.ts";
import { addMonths, workday } from "./office-days.ts";
import { seeded } from "./seeded.ts";

const days = ["2026-11-23", "2027-02-28", "2028-02-29", "2026-01-04", "2026-05-01"];

describe.each(days)("the contracts of a town loaded on %s", (today) => {
  const contracts = planContracts(new Dice(seeded(7)), today);

  it("are the 144 of the eighteen months", () => {
    expect(contracts).toHaveLength(144);
    expect(contracts.every(({ startOn }) => startOn > addMonths(today, -18) && startOn < today)).toBe(true);
  });

  it("begin on working days, the earliest first", () => {
    const starts = contracts.map(({ startOn }) => startOn);
    expect(starts).toEqual(starts.map(workday).toSorted());
  });

  it("end after they begin, those of fixed length alone", () => {
    const openEnded = new Set(["CDI", "CDI_INTERIMAIRE", "FONCTION_PUBLIQUE", "CREATION_ACTIVITE"]);
    for (const { type, startOn, endOn } of contracts) {
      expect(endOn === undefined, type).toBe(openEnded.has(type));
      if (endOn !== undefined) expect(endOn > startOn).toBe(true);
    }
  });

  it("are of every type, and some too short to change a journey", () => {
    expect(new Set(contracts.map(({ type }) => type)).size).toBe(13);
    expect(contracts.some((contract) => !lastsAMonth(contract))).toBe(true);
    expect(contracts.some(bringsBack)).toBe(true);
  });
});
