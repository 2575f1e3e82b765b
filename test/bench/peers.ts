import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Contender } from "./measure.ts";

/** Other durable engines, each made to do one durable step at a time for 32 clients. */
const names = ["DBOS", "pg-boss", "graphile-worker", "bpmn-engine"] as const;

interface Peers extends AsyncDisposable {
  /** Those that are installed, by name. */
  readonly contenders: { readonly [name: string]: Contender };
  /** How to install them; null when they are. */
  readonly advice: string | null;
}

interface RunningPeer {
  readonly run: Contender;
  readonly stop: () => Promise<void>;
}

/** Opens the peers of `test/bench/peers` on a PostgreSQL, when they are installed. */
export async function openPeers(url: string): Promise<Peers> {
  const folder = join(process.cwd(), "test/bench/peers");
  if (!existsSync(join(folder, "node_modules"))) {
    const advice = "peers are not installed: `npm install --prefix test/bench/peers`";
    return { contenders: {}, advice, [Symbol.asyncDispose]: async () => {} };
  }
  const running = new Map<string, RunningPeer>();
  for (const name of names) {
    const { start }: { start: (url: string) => Promise<RunningPeer> } = await import(
      pathToFileURL(join(folder, `${name.toLowerCase()}.mjs`)).href
    );
    running.set(name, await start(withoutSchema(url)));
  }
  return {
    contenders: Object.fromEntries([...running].map(([name, peer]) => [name, peer.run])),
    advice: null,
    [Symbol.asyncDispose]: async () => {
      for (const peer of running.values()) await peer.stop();
    },
  };
}

/** They make schemas of their own. */
function withoutSchema(address: string): string {
  const url = new URL(address);
  url.searchParams.delete("schema");
  return url.href;
}
