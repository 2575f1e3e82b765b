import type { NextFunction, Request, Response } from "express";
import type { Meter, MeterLabels } from "../domain/changes/meter.ts";

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What is measured; Prometheus shows each with its sentence. */
const instruments: { readonly [name: string]: Instrument } = {
  passerelle_http_request_duration_seconds: { help: "Answers, by route and status", bounds: seconds },
  passerelle_transitions_total: { help: "Events that cases have taken and timers that something came of, by workflow" },
  passerelle_changes_total: {
    help: "Changes that were to be written, by what became of them",
    fromZero: [{ outcome: "done" }, { outcome: "conflict" }],
  },
  passerelle_commit_seconds: {
    help: "Time that a group of changes took to become durable",
    bounds: seconds,
    fromZero: [{}],
  },
  passerelle_commit_changes: {
    help: "Changes that were written together",
    bounds: [1, 2, 4, 8, 16, 32, 64, 128],
    fromZero: [{}],
  },
  passerelle_effects_total: { help: "Effects that were done, by action" },
  passerelle_timers_total: { help: "Timers that came due, by what became of them", fromZero: [{ outcome: "done" }] },
  passerelle_timer_lag_seconds: {
    help: "How late timers fired",
    bounds: [0.1, 0.5, 1, 5, 10, 30, 60, 300, 3600],
    fromZero: [{}],
  },
  passerelle_work_failures_total: { help: "Failed attempts at effects and timers, by code" },
};

interface Instrument {
  readonly help: string;
  /** Upper bounds of a histogram; a counter has none. */
  readonly bounds?: readonly number[];
  /** What is shown as zero until it happens: a rate that begins with the first one misses it. */
  readonly fromZero?: readonly MeterLabels[];
}

interface Series {
  count: number;
  sum: number;
  readonly buckets: number[];
}

/** A figure that is read when somebody asks for it. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  /** `gauge` unless it only grows. */
  readonly type?: "gauge" | "counter";
  readonly values: readonly { readonly labels?: MeterLabels; readonly value: number }[];
}

/** Counts what this process does, and writes it as Prometheus reads it. */
export class Metrics implements Meter {
  readonly #series = new Map<string, Map<string, Series>>();

  constructor() {
    for (const [name, { fromZero = [] }] of Object.entries(instruments)) {
      this.#series.set(name, new Map());
      for (const labels of fromZero) this.#find(name, labels);
    }
  }

  count(name: string, labels: MeterLabels = {}, by = 1): void {
    this.#find(name, labels).count += by;
  }

  observe(name: string, value: number, labels: MeterLabels = {}): void {
    const series = this.#find(name, labels);
    series.count += 1;
    series.sum += value;
    for (const [index, bound] of boundsOf(name).entries()) {
      if (value <= bound) series.buckets[index] = (series.buckets[index] ?? 0) + 1;
    }
  }

  /** Express middleware: counts answers by method, route pattern and status. */
  measure = (request: Request, response: Response, next: NextFunction): void => {
    const start = performance.now();
    response.once("finish", () => {
      const route: unknown = request.route;
      const pattern = typeof route === "object" && route !== null && "path" in route ? String(route.path) : "other";
      const labels = { method: request.method, route: pattern, status: String(response.statusCode) };
      this.observe("passerelle_http_request_duration_seconds", (performance.now() - start) / 1000, labels);
    });
    next();
  };

  /** The text format of Prometheus, with the gauges after what was counted. */
  text(gauges: readonly Gauge[]): string {
    const counted = [...this.#series].flatMap(([name, series]) => [
      `# HELP ${name} ${instruments[name]?.help ?? name}`,
      `# TYPE ${name} ${boundsOf(name).length > 0 ? "histogram" : "counter"}`,
      ...[...series].flatMap(([labels, one]) => linesOf(name, labels, one)),
    ]);
    const read = gauges.flatMap(({ name, help, type = "gauge", values }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...values.map(({ labels = {}, value }) => `${name}${braced(labelText(labels))} ${value}`),
    ]);
    return `${[...counted, ...read].join("\n")}\n`;
  }

  #find(name: string, labels: MeterLabels): Series {
    const family = this.#series.get(name) ?? new Map<string, Series>();
    this.#series.set(name, family);
    const key = labelText(labels);
    const series = family.get(key) ?? { count: 0, sum: 0, buckets: boundsOf(name).map(() => 0) };
    family.set(key, series);
    return series;
  }
}

function boundsOf(name: string): readonly number[] {
  return instruments[name]?.bounds ?? [];
}

function linesOf(name: string, labels: string, { count, sum, buckets }: Series): readonly string[] {
  const bounds = boundsOf(name);
  if (bounds.length === 0) return [`${name}${braced(labels)} ${count}`];
  const before = labels === "" ? "" : `${labels},`;
  return [
    ...bounds.map((bound, index) => `${name}_bucket{${before}le="${bound}"} ${buckets[index]}`),
    `${name}_bucket{${before}le="+Inf"} ${count}`,
    `${name}_sum${braced(labels)} ${sum}`,
    `${name}_count${braced(labels)} ${count}`,
  ];
}

function labelText(labels: MeterLabels): string {
  return Object.entries(labels)
    .map(([label, value]) => `${label}="${value.replaceAll(/[\\"\n]/g, "_")}"`)
    .join(",");
}

function braced(labels: string): string {
  return labels === "" ? "" : `{${labels}}`;
}
