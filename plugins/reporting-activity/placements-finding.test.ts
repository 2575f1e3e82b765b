import { expect, test } from "vitest";
import { placementsFinding } from "./placements-finding.ts";

const period = { from: "2024-10-15", to: "2026-04-14" };

test("tells the figure, the months, and the change since the period before", () => {
  const finding = placementsFinding({ period, total: 144, before: 129 }, "fr");
  expect(finding.replace(/\s/g, " ")).toBe("144 placements en 18 mois, +12 %");
  expect(placementsFinding({ period, total: 144, before: 160 }, "en")).toBe("144 placements in 18 months, -10%");
});

test("compared with a period that the office had only begun in", () => {
  const finding = placementsFinding({ period, total: 109, before: null }, "fr");
  expect(finding).toBe("109 placements en 18 mois");
});

test("compares with nothing where there was too little, and names the days of an odd period", () => {
  expect(placementsFinding({ period: { from: "2026-01-01", to: "2026-01-10" }, total: 1, before: 4 }, "fr")).toBe(
    "1 placement du 1er janvier 2026 au 10 janvier 2026",
  );
});
