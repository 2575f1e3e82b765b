import { expect, it } from "vitest";
import { instantsInUtc } from "./instants-in-utc.ts";

const instant = { type: "string", format: "date-time" } as const;
const schema = {
  type: "object",
  properties: {
    at: instant,
    said: { type: "string" },
    moments: { type: "array", items: instant },
    visits: { type: "array", items: { type: "object", properties: { begin: instant, note: { type: "string" } } } },
  },
} as const;

it("writes the instants of its fields in UTC with milliseconds, wherever they stand", () => {
  const data = {
    at: "2026-07-01T12:00:00+02:00",
    moments: ["2026-03-29T01:30Z", "2026-03-29T03:30:00.5+02:00"],
    visits: [{ begin: "2026-10-25T02:30:00+02:00", note: "2026-10-25T02:30:00+02:00" }],
  };
  expect(instantsInUtc(data, schema)).toEqual({
    at: "2026-07-01T10:00:00.000Z",
    moments: ["2026-03-29T01:30:00.000Z", "2026-03-29T01:30:00.500Z"],
    visits: [{ begin: "2026-10-25T00:30:00.000Z", note: "2026-10-25T02:30:00+02:00" }],
  });
});

it("leaves alone what is no instant, of this schema or at all", () => {
  const data = { at: "2026-02-30T10:00:00Z", said: "2026-07-01T12:00:00+02:00", unknown: "2026-07-01T12:00+02:00" };
  expect(instantsInUtc(data, schema)).toEqual(data);
  expect(instantsInUtc({ at: "tomorrow", visits: null }, schema)).toEqual({ at: "tomorrow", visits: null });
});
