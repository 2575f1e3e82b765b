import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "./free-port.ts";

/** The product in a process of its own. */
export interface RunningProduct extends AsyncDisposable {
  /** Without a slash at its end. */
  readonly url: string;
  readonly dataFolder: string;
  readonly processId: number;
  /** Everything that it has printed so far. */
  printed(): string;
  /** Waits until it has printed that, and answers what the pattern's first group holds. */
  untilPrinted(pattern: RegExp): Promise<string>;
  /** Ends it as an administrator would, and answers its exit code; null when something else has ended it. */
  stop(): Promise<number | null>;
}

/** What it is started with. */
export interface ProductSettings {
  readonly environment?: { readonly [name: string]: string };
  /** Kept when the product stops; a temporary folder without it. */
  readonly dataFolder?: string;
  /** `start` as `npm start` does, without it; `dev` as `npm run dev`. */
  readonly launcher?: "start" | "dev";
  /** How long it may take until `/readyz` says yes, in milliseconds. */
  readonly readyWithin?: number;
}

/** Starts the product in a process of its own, and waits until it is ready. */
export async function startProduct(settings: ProductSettings = {}): Promise<RunningProduct> {
  const port = await freePort();
  const dataFolder = settings.dataFolder ?? (await mkdtemp(join(tmpdir(), "passerelle-")));
  const process = spawn("node", [`server/launch/${settings.launcher ?? "start"}.mjs`], {
    env: { ...cleanEnvironment(), PORT: String(port), PASSERELLE_DATA: dataFolder, ...settings.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  process.stdout.on("data", (text: Buffer) => said.push(text.toString()));
  process.stderr.on("data", (text: Buffer) => said.push(text.toString()));
  const printed = () => said.join("");
  const stop = async () => {
    const code = await ended(process);
    if (!settings.dataFolder) await rm(dataFolder, { recursive: true, force: true });
    return code;
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await ready({ url, process, printed, within: settings.readyWithin ?? 240_000 });
  } catch (error) {
    await stop();
    throw error;
  }
  const untilPrinted = (pattern: RegExp) => printedMatch(printed, pattern);
  const dispose = async () => void (await stop());
  return { url, dataFolder, processId: process.pid ?? 0, printed, untilPrinted, stop, [Symbol.asyncDispose]: dispose };
}

/** What the tests themselves were started with is none of the product's business. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], HOME: process.env["HOME"], NODE_ENV: "production", LOG_LEVEL: "error" };
}

async function ended(process: ChildProcess): Promise<number | null> {
  if (process.exitCode !== null || process.signalCode !== null) return process.exitCode;
  const exit = new Promise<number | null>((resolve) => process.once("exit", resolve));
  process.kill("SIGTERM");
  return exit;
}

interface Waiting {
  readonly url: string;
  readonly process: ChildProcess;
  readonly printed: () => string;
  readonly within: number;
}

async function ready({ url, process, printed, within }: Waiting): Promise<void> {
  const until = Date.now() + within;
  while (Date.now() < until) {
    if (process.exitCode !== null) throw new Error(`The product ended before it was ready.\n${printed()}`);
    if (await saysReady(url)) return;
    await pause(100);
  }
  throw new Error(`The product was not ready within ${within} ms.\n${printed()}`);
}

/** Nobody listens yet: no. A request that is taken and not answered is a fault of the product. */
async function saysReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(60_000) })).status === 200;
  } catch (error) {
    if (error instanceof DOMException && error.name === "TimeoutError") {
      throw new Error("The product took a request while it was starting and did not answer it.", { cause: error });
    }
    return false;
  }
}

async function printedMatch(printed: () => string, pattern: RegExp): Promise<string> {
  const until = Date.now() + 60_000;
  for (;;) {
    const found = pattern.exec(printed())?.[1];
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`The product never printed ${pattern}.\n${printed()}`);
    await pause(20);
  }
}
