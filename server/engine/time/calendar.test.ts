import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDuration, endOfDay, instantOf, localDay, startOfDay } from "./calendar.ts";

const paris = { timeZone: "Europe/Paris" };

function dayByDay(
  start: string,
  count: number,
  office: { readonly workingDays: readonly number[]; readonly holidays: readonly string[] },
): string {
  let day = start;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDuration(day, count < 0 ? "-P1D" : "P1D", paris);
    const isWorked = office.workingDays.includes(new Date(day).getUTCDay() || 7) && !office.holidays.includes(day);
    if (isWorked) left -= 1;
  }
  return day;
}

describe("localDay", () => {
  it("stays in the years that texts keep in order: the last instant of “never” is the year 10000 in Paris already", () => {
    expect(localDay("9999-12-31T23:59:59.999Z", "Europe/Paris")).toBe("9999-12-31");
    expect(localDay("0000-01-01T00:00:00.000Z", "America/New_York")).toBe("0000-01-01");
  });

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

  it("stops at the years that texts keep in order, so that “never” (9999-12-31) does not become the past", () => {
    expect(addDuration("9999-12-31", "P1D", paris)).toBe("9999-12-31");
    expect(addDuration("9999-12-31T22:00:00.000Z", "P6M", paris)).toBe("9999-12-31T23:59:59.999Z");
    expect(addDuration("0001-01-01", "-P26Y", paris)).toBe("0000-01-01");
    expect(addDuration("9999-12-31", "P9999Y99999M99999W99999D", paris)).toBe("9999-12-31");
    expect(addDuration("2026-01-01", "P9999YT999999999H", paris)).toBe("9999-12-31T23:59:59.999Z");
  });

  it("counts working days as one does day by day", () => {
    const days = fc.integer({ min: -40, max: 40 });
    const dates = fc.integer({ min: 0, max: 700 }).map((n) => addDuration("2025-06-01", `P${n}D`, paris));
    const workingDays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    const holidays = fc.array(dates, { maxLength: 20 });
    fc.assert(
      fc.property(dates, days, workingDays, holidays, (start, count, workingDays, holidays) => {
        const duration = `${count < 0 ? "-" : ""}P${Math.abs(count)}D`;
        const later = addDuration(start, duration, { ...paris, inWorkingDays: true, workingDays, holidays });
        expect(later).toBe(dayByDay(start, count, { workingDays, holidays }));
      }),
    );
  });

  it("does not count the working days of the longest delay one by one", () => {
    expect(addDuration("2026-04-30", "P99999D", { ...paris, inWorkingDays: true })).toBe("2409-08-19");
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
    expect(instantOf("9999-12-31T23:59:59-10:00", "Europe/Paris")).toBe("9999-12-31T23:59:59.999Z");
  });
});

describe("startOfDay", () => {
  it("is the local midnight, in winter, in summer and on the day of the change", () => {
    expect(startOfDay("2026-01-15", "Europe/Paris")).toBe("2026-01-14T23:00:00.000Z");
    expect(startOfDay("2026-07-15", "Europe/Paris")).toBe("2026-07-14T22:00:00.000Z");
    expect(startOfDay("2026-03-29", "Europe/Paris", 1)).toBe("2026-03-29T22:00:00.000Z");
    expect(startOfDay("2026-12-31", "Pacific/Auckland", 1)).toBe("2026-12-31T11:00:00.000Z");
  });
});

it("ends a day where the next begins, whatever clocks do in between", () => {
  expect(endOfDay("2026-03-29", "Europe/Paris")).toBe("2026-03-29T21:59:59.999Z");
  expect(endOfDay("2026-10-25", "Europe/Paris")).toBe("2026-10-25T22:59:59.999Z");
  expect(endOfDay("9999-12-31", "Europe/Paris")).toBe("9999-12-31T23:59:59.999Z");
});
