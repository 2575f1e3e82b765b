import type { NextFunction, Request, Response } from "express";

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

interface Series {
  count: number;
  seconds: number;
  readonly buckets: number[];
}

/** Counts answers by method, route pattern and status, and writes them as Prometheus reads them. */
export class Metrics {
  readonly #requests = new Map<string, Series>();

  measure = (request: Request, response: Response, next: NextFunction): void => {
    const start = performance.now();
    response.once("finish", () => {
      const route: unknown = request.route;
      const pattern = typeof route === "object" && route !== null && "path" in route ? String(route.path) : "other";
      const labels = `method="${request.method}",route="${pattern}",status="${response.statusCode}"`;
      this.#observe(labels, (performance.now() - start) / 1000);
    });
    next();
  };

  text(): string {
    const lines = ["# TYPE passerelle_http_request_duration_seconds histogram"];
    for (const [labels, series] of this.#requests) {
      for (const [index, bound] of bounds.entries()) {
        lines.push(`passerelle_http_request_duration_seconds_bucket{${labels},le="${bound}"} ${series.buckets[index]}`);
      }
      lines.push(
        `passerelle_http_request_duration_seconds_bucket{${labels},le="+Inf"} ${series.count}`,
        `passerelle_http_request_duration_seconds_sum{${labels}} ${series.seconds}`,
        `passerelle_http_request_duration_seconds_count{${labels}} ${series.count}`,
      );
    }
    const { rss, heapUsed } = process.memoryUsage();
    lines.push(
      "# TYPE process_resident_memory_bytes gauge",
      `process_resident_memory_bytes ${rss}`,
      "# TYPE nodejs_heap_size_used_bytes gauge",
      `nodejs_heap_size_used_bytes ${heapUsed}`,
      "# TYPE process_uptime_seconds gauge",
      `process_uptime_seconds ${process.uptime()}`,
    );
    return `${lines.join("\n")}\n`;
  }

  #observe(labels: string, seconds: number): void {
    const series = this.#requests.get(labels) ?? { count: 0, seconds: 0, buckets: bounds.map(() => 0) };
    this.#requests.set(labels, series);
    series.count += 1;
    series.seconds += seconds;
    for (const [index, bound] of bounds.entries()) {
      if (seconds <= bound) series.buckets[index] = (series.buckets[index] ?? 0) + 1;
    }
  }
}
