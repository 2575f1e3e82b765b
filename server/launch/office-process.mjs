import { spawn } from "node:child_process";
import { root } from "./root.mjs";

const run = 'import("./build/server/main.js").then(({ main }) => main())';

/** The built office in a process of its own, which is told of plugins that were built again. */
export class OfficeProcess {
  #process = null;
  #environment;
  /** Takes what the office answers, or that it ended. */
  #answer = () => {};

  /** `environment` is set over that of this process. */
  constructor(environment) {
    this.#environment = environment;
  }

  /** Ends the one that runs, if any, and starts the one that is built now. */
  async restart() {
    await this.stop();
    this.#process = spawn(process.execPath, ["--enable-source-maps", "--input-type=module", "--eval", run], {
      cwd: root,
      env: { ...process.env, ...this.#environment },
      stdio: ["inherit", "inherit", "inherit", "ipc"],
    });
    this.#process.on("message", () => this.#answer(true)).on("exit", () => this.#answer(false));
  }

  async stop() {
    const running = this.#process;
    if (!isRunning(running)) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGTERM");
    await ended;
  }

  /** Comes back when the office has taken them up; false where it does not run, or ended over it. */
  async takeUpPlugins() {
    if (!isRunning(this.#process)) return false;
    const answered = new Promise((resolve) => {
      this.#answer = resolve;
    });
    this.#process.send("plugins-built");
    return answered;
  }
}

const isRunning = (one) => one !== null && one.exitCode === null && one.signalCode === null;
