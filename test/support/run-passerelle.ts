import { spawn } from "node:child_process";

/** What a verb of the command line said, and how it ended. */
export interface CommandAnswer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Settings of one office, for each of its commands. */
export type CommandEnvironment = { readonly [name: string]: string };

/**
 * Runs `passerelle <words>` as a process of its own, as an administrator does.
 *
 * @example
 * const { code, out } = await runPasserelle(["doctor"], { PASSERELLE_DATA: folder });
 */
export function runPasserelle(words: readonly string[], environment: CommandEnvironment): Promise<CommandAnswer> {
  const child = spawn(process.execPath, ["server/launch/passerelle.mjs", ...words], {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], LANG: "en_GB.UTF-8", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (text: Buffer) => {
    said.out += text.toString();
  });
  child.stderr.on("data", (text: Buffer) => {
    said.err += text.toString();
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? -1, ...said }));
  });
}
