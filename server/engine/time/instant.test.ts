import { expect, it } from "vitest";
import { isInstant } from "./instant.ts";

it("takes an instant only with its offset", () => {
  expect(["2026-02-28T10:00Z", "2026-02-28T10:00:00.123+01:00"].filter((text) => !isInstant(text))).toEqual([]);
  const wrong = ["2026-02-28T10:00", "2026-02-28", "10:00Z", "2026-02-28T24:00Z", "2026-02-30T10:00Z"];
  expect(wrong.filter(isInstant)).toEqual([]);
});
