import { expect, test } from "vitest";
import { Metrics } from "./metrics.ts";

test("what had not happened yet was not shown, so that the rate of the first conflict was none", () => {
  const lines = new Metrics().text([]).split("\n");
  for (const name of ["transitions", "changes", "timers", "effects", "work_failures"]) {
    expect(lines).toContain(`# TYPE passerelle_${name}_total counter`);
  }
  expect(lines).toContain('passerelle_changes_total{outcome="conflict"} 0');
  expect(lines).toContain("passerelle_timer_lag_seconds_count 0");
  expect(lines).toContain('passerelle_commit_changes_bucket{le="128"} 0');
});

test("counts and histograms are written as Prometheus reads them", () => {
  const metrics = new Metrics();
  metrics.count("passerelle_changes_total", { outcome: "conflict" });
  metrics.observe("passerelle_commit_changes", 3);
  metrics.observe("passerelle_commit_changes", 200);
  const lines = metrics.text([{ name: "open", help: "Open", values: [{ value: 2 }] }]).split("\n");
  expect(lines).toContain('passerelle_changes_total{outcome="conflict"} 1');
  expect(lines).toContain('passerelle_commit_changes_bucket{le="2"} 0');
  expect(lines).toContain('passerelle_commit_changes_bucket{le="4"} 1');
  expect(lines).toContain('passerelle_commit_changes_bucket{le="+Inf"} 2');
  expect(lines).toContain("passerelle_commit_changes_sum 203");
  expect(lines).toContain("open 2");
});
