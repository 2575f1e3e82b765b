import { describe, expect, it } from "vitest";
import { DomainError } from "../domain-error.ts";
import { readEvent } from "./sent-event.ts";

const codeOf = (body: unknown): unknown => {
  try {
    return readEvent(body, "en").type;
  } catch (error) {
    return error instanceof DomainError ? error.details.code : error;
  }
};

describe("readEvent", () => {
  it("refuses what no database keeps, also in a field of the form that is called note as the event's own is", () => {
    expect(codeOf({ type: "RETURN", payload: { note: "a\0" } })).toBe("not-storable");
    expect(codeOf({ type: "RETURN", payload: { note: "a\0" }, note: "fine" })).toBe("not-storable");
    expect(codeOf({ type: "RETURN", payload: { note: "fine" }, note: "a\0" })).toBe("not-storable");
    expect(codeOf({ type: "RETURN", payload: { note: "fine" }, note: "fine" })).toBe("RETURN");
  });

  it.each([null, [], {}, { type: "" }, { type: 3 }, { type: "A", payload: [] }, { type: "A", version: "2" }])(
    "refuses %j, which is no event",
    (body) => {
      expect(codeOf(body)).toBe("malformed-event");
    },
  );
});
