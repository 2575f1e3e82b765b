import { describe, expect, it } from "vitest";
import { isDuration } from "./duration.ts";

describe("isDuration", () => {
  it.each(["P30D", "P6M", "-P7D", "PT2H", "P1Y2M10DT2H30M", "PT0.5S", "P2W", "PT2592000.000S"])("takes %s", (text) => {
    expect(isDuration(text)).toBe(true);
  });
  it.each(["P", "PT", "P3", "3D", "P1.5D", "30", "", "P1DT", "p3d"])("refuses %s", (text) => {
    expect(isDuration(text)).toBe(false);
  });
  it.each(["P10000Y", "P100000D", "PT1000000000S"])("refuses %s, which no calendar reckons with", (text) => {
    expect(isDuration(text)).toBe(false);
  });
});
