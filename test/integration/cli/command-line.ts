import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CommandAnswer, type CommandEnvironment, runPasserelle } from "../../support/run-passerelle.ts";

/** The command line of one office in a temporary folder, with room for files beside it. */
export interface CommandLine extends AsyncDisposable {
  readonly folder: string;
  readonly environment: CommandEnvironment;
  run(...words: readonly string[]): Promise<CommandAnswer>;
}

/** A library without a sample, unless the environment says otherwise. */
export async function openCommandLine(more: CommandEnvironment = {}): Promise<CommandLine> {
  const folder = await mkdtemp(join(tmpdir(), "passerelle-cli-"));
  const environment = {
    PASSERELLE_DATA: join(folder, "data"),
    PASSERELLE_OFFICE: "test/support/library-office",
    PASSERELLE_SAMPLE: "none",
    LOG_LEVEL: "error",
    ...more,
  };
  return {
    folder,
    environment,
    run: (...words) => runPasserelle(words, environment),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
