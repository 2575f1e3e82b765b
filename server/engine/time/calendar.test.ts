import { describe, expect, it } from "vitest";
import { addDuration, instantOf, isDuration, localDay } from "./calendar.ts";

const paris = { timeZone: "Europe/Paris" };

describe("localDay", () => {
  it("is the office's day, not the day of UTC", () => {
    expect(localDay("2026-03-31T22:30:00.000Z", "Europe/Paris")).toBe("2026-04-01");
    expect(localDay("2026-03-31T22:30:00.000Z", "UTC")).toBe("2026-03-31");
  });
});

describe("addDuration", () => {
  it("keeps the time of day when daylight saving begins", () => {
    expect(addDuration("2026-03-28T09:00:00.000Z", "P1D", paris)).toBe("2026-03-29T08:00:00.000Z");
  });

  it("counts hours as they pass", () => {
    expect(addDuration("2026-03-28T09:00:00.000Z", "PT24H", paris)).toBe("2026-03-29T09:00:00.000Z");
  });

  it("ends a month on its last day", () => {
    expect(addDuration("2026-01-31", "P1M", paris)).toBe("2026-02-28");
  });

  it("goes back", () => {
    expect(addDuration("2026-03-10", "-P7D", paris)).toBe("2026-03-03");
  });

  it("makes an instant of a date that hours are added to", () => {
    expect(addDuration("2026-06-10", "PT9H", paris)).toBe("2026-06-10T07:00:00.000Z");
  });

  it("skips week-ends and holidays when days are working days", () => {
    const office = { ...paris, inWorkingDays: true, holidays: ["2026-05-01"] };
    expect(addDuration("2026-04-30", "P1D", office)).toBe("2026-05-04");
    expect(addDuration("2026-05-04", "-P1D", office)).toBe("2026-04-30");
    expect(addDuration("2026-04-30T08:00:00.000Z", "P2DT1H", office)).toBe("2026-05-05T09:00:00.000Z");
  });

  it("works on the days that the office works", () => {
    const office = { ...paris, inWorkingDays: true, workingDays: [2, 4, 6] };
    expect(addDuration("2026-05-05", "P2D", office)).toBe("2026-05-09");
  });

  it("says so when the office never works", () => {
    expect(() => addDuration("2026-05-05", "P1D", { ...paris, inWorkingDays: true, workingDays: [] })).toThrow(
      RangeError,
    );
  });

  it("refuses what is no duration", () => {
    expect(() => addDuration("2026-05-05", "3 days", paris)).toThrow(RangeError);
  });
});

describe("instantOf", () => {
  it("begins a date at the office's midnight", () => {
    expect(instantOf("2026-07-01", "Europe/Paris")).toBe("2026-06-30T22:00:00.000Z");
  });

  it("writes an instant in UTC with milliseconds", () => {
    expect(instantOf("2026-07-01T12:00:00+02:00", "Europe/Paris")).toBe("2026-07-01T10:00:00.000Z");
  });
});

describe("isDuration", () => {
  it.each(["P30D", "P6M", "-P7D", "PT2H", "P1Y2M10DT2H30M", "PT0.5S", "P2W"])("takes %s", (text) => {
    expect(isDuration(text)).toBe(true);
  });
  it.each(["P", "PT", "P3", "3D", "P1.5D", "30", "", "P1DT", "p3d"])("refuses %s", (text) => {
    expect(isDuration(text)).toBe(false);
  });
});
