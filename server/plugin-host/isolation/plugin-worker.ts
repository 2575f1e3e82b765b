import { constants, setPriority } from "node:os";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { declarationOf, memberAt } from "./declaration.ts";
import { RemotePeer } from "./remote-peer.ts";
import { answerNow, type NowQuestion } from "./synchronous-call.ts";

/**
 * The thread that plugins are examined in, and that a plugin of `isolation: "worker"` lives in. It answers `load` with
 * the declaration of a module, then calls of that declaration's functions by their path, such as `matchers.near.match`.
 */
export interface PluginWorkerData {
  /** Where synchronous questions are answered. */
  readonly nowPort: MessagePort;
  /** Leaves the processor to the office where both want it. */
  readonly yields: boolean;
}

process.setSourceMapsEnabled(true);

let plugin: unknown;

async function load(url: string): Promise<unknown> {
  const module = (await import(url)) as { readonly plugin?: unknown };
  plugin = module.plugin;
  return declarationOf(plugin);
}

if (parentPort) {
  const { nowPort, yields } = workerData as PluginWorkerData;
  // Linux alone takes this for the calling thread; elsewhere it would slow the whole office.
  if (yields && process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const port = parentPort;
  const peer = new RemotePeer(port, {
    serve(name, args) {
      if (name === "load") return load(String(args[0]));
      if (name === "heap") return process.memoryUsage().heapUsed;
      return memberAt(plugin, name)(...args);
    },
  });
  port.on("message", (message: NowQuestion | { readonly kind: string }) => {
    if (message.kind === "now") answerNow(nowPort, message as NowQuestion, (name) => memberAt(plugin, name));
  });
  // Whatever happens to the office ends this thread with it.
  port.on("close", () => peer.abandon(new Error("The office has closed")));
}
