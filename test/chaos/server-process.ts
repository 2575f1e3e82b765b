import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

const readyWithin = 240_000;

/** The product in a process of its own, to be killed. */
export class ServerProcess {
  readonly url: string;
  readonly #environment: { readonly [name: string]: string };
  #process: ChildProcess | undefined;
  #said = "";

  constructor(port: number, environment: { readonly [name: string]: string }) {
    this.url = `http://127.0.0.1:${port}`;
    this.#environment = { ...environment, PORT: String(port), PATH: process.env["PATH"] ?? "" };
  }

  /** Resolves once it says that it is ready. */
  async start(): Promise<void> {
    const script = 'import("./build/server/main.js").then(({ main }) => main())';
    const child = spawn(process.execPath, ["-e", script], {
      env: this.#environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text: Buffer) => {
        this.#said = (this.#said + text.toString()).slice(-4000);
      });
    }
    const until = Date.now() + readyWithin;
    while (!(await this.#isReady())) {
      if (child.exitCode !== null || Date.now() > until) throw new Error(`The server does not start.\n${this.#said}`);
      await pause(20);
    }
  }

  /** Ends it as a power cut would: it has no time for anything. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  async #isReady(): Promise<boolean> {
    return fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(60_000) }).then(
      ({ status }) => status === 200,
      () => false,
    );
  }
}
