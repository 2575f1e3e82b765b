import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { placesOf } from "./communes.ts";

const km = (from: string, to: string, places = placesOf([])) => {
  const [a, b] = [places.get(from), places.get(to)];
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.NaN;
};

test("distances are those of the map, to a kilometre", () => {
  expect(km("49353", "49007")).toBeCloseTo(7.5, 0);
  expect(km("49007", "49328")).toBeCloseTo(43, -0.5);
});

test("a commune of the settings goes before the bundled one", () => {
  const places = placesOf([{ code: "49353", latitude: 47.474, longitude: -0.554 }]);
  expect(km("49353", "49007", places)).toBe(0);
});

const around = path.resolve(import.meta.dirname, "../../../../shared/data/geo/communes_angers_60km.csv");

test.skipIf(!existsSync(around))(
  `no centre is far from the published one (skipped where ${around} is not there)`,
  () => {
    const places = placesOf([]);
    const rows = readFileSync(around, "utf8").trim().split("\n").slice(1);
    const published = rows
      .map((row) => row.split(","))
      .map((cells) => [cells[0] ?? "", Number(cells.at(-3)), Number(cells.at(-2))] as const);
    const far = published.flatMap(([code, latitude, longitude]) => {
      const here = places.get(code);
      const there = placesOf([{ code, latitude, longitude }]).get(code);
      if (!here || !there) return [];
      const apart = Math.hypot(here.x - there.x, here.y - there.y);
      return apart > 5 ? [`${code}: ${Math.round(apart)} km`] : [];
    });
    expect(far).toEqual([]);
  },
);
