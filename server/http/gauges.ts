import { monitorEventLoopDelay } from "node:perf_hooks";
import type { HttpDeps } from "./http-deps.ts";
import type { Gauge } from "./metrics.ts";

/** Reads the figures that stand for now: what waits, what failed, how the process and its plugins are. */
export function createGauges(deps: HttpDeps): () => Promise<readonly Gauge[]> {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return async () => {
    const answer = [...(await queueGauges(deps)), ...pluginGauges(deps), ...processGauges(deps, delay.percentile(99))];
    delay.reset();
    return answer;
  };
}

async function queueGauges({ office, incidents }: HttpDeps): Promise<readonly Gauge[]> {
  const now = office.clock.now();
  const [overdue, open] = await Promise.all([office.queue.overdue(now), incidents.openCount()]);
  const age = (since: string | null) => (since === null ? 0 : (Date.parse(now) - Date.parse(since)) / 1000);
  const byQueue = (effects: number, timers: number) => [
    { labels: { queue: "effects" }, value: effects },
    { labels: { queue: "timers" }, value: timers },
  ];
  return [
    {
      name: "passerelle_queue_depth",
      help: "Effects and timers that are due and not done",
      values: byQueue(overdue.effects, overdue.timers),
    },
    {
      name: "passerelle_queue_lag_seconds",
      help: "How long the oldest of them has been due",
      values: byQueue(age(overdue.effectsSince), age(overdue.timersSince)),
    },
    { name: "passerelle_incidents_open", help: "Incidents that nobody has resolved", values: [{ value: open }] },
  ];
}

function pluginGauges({ plugins }: HttpDeps): readonly Gauge[] {
  const called = plugins
    .list("en")
    .flatMap(({ id: plugin, contributions }) =>
      contributions.flatMap(({ kind, id, health }) => (health ? [{ labels: { plugin, kind, id }, health }] : [])),
    );
  const figure = (value: (health: (typeof called)[number]["health"]) => number) =>
    called.map(({ labels, health }) => ({ labels, value: value(health) }));
  return [
    {
      name: "passerelle_plugin_seconds_total",
      help: "Time spent in plugins",
      type: "counter",
      values: figure(({ calls, averageMs }) => (calls * averageMs) / 1000),
    },
    {
      name: "passerelle_plugin_calls_total",
      help: "Calls of plugins",
      type: "counter",
      values: figure(({ calls }) => calls),
    },
    {
      name: "passerelle_plugin_failures_total",
      help: "Calls of plugins that failed",
      type: "counter",
      values: figure(({ failures }) => failures),
    },
  ];
}

function processGauges({ live }: HttpDeps, delay: number): readonly Gauge[] {
  const { rss, heapUsed } = process.memoryUsage();
  const gauge = (name: string, help: string, value: number) => ({ name, help, values: [{ value }] });
  return [
    gauge("passerelle_live_listeners", "Open pages that are told of changes", live.size),
    gauge("nodejs_eventloop_delay_p99_seconds", "How long the process kept others waiting", delay / 1e9),
    gauge("process_resident_memory_bytes", "Memory of the process", rss),
    gauge("nodejs_heap_size_used_bytes", "Memory of its objects", heapUsed),
    gauge("process_uptime_seconds", "Since the process started", process.uptime()),
  ];
}
