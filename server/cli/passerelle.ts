import { parseArgs } from "node:util";
import { callerOf, enginePrincipal } from "../domain/changes/caller.ts";
import { systemClock } from "../domain/changes/clock.ts";
import { DomainError } from "../domain/domain-error.ts";
import { inLanguage, type Language, type Text } from "../plugin-api/text.ts";
import { type Environment, readSettings, type Settings, SettingsError } from "../settings.ts";
import { standardErrorLogger } from "../standard-error-logger.ts";
import { openTown, type Town } from "../town/town.ts";
import { backupCommand } from "./backup-command.ts";
import { auditCommand, doctorCommand, replayCommand } from "./care-commands.ts";
import { type Command, type CommandContext, type CommandOptions, UsageError } from "./command.ts";
import { exportCommand } from "./export-command.ts";
import { importCommand, importFromCommand } from "./import-command.ts";
import { requireOffice } from "./require-office.ts";
import { restoreCommand } from "./restore-command.ts";
import { retentionCommand } from "./retention-command.ts";
import { usersCommand } from "./users-command.ts";
import { workflowsCommand } from "./workflows-command.ts";

const commands: ReadonlyMap<string, Command> = new Map([
  ["import", importCommand],
  ["export", exportCommand],
  ["users", usersCommand],
  ["workflows", workflowsCommand],
  ["backup", backupCommand],
  ["restore", restoreCommand],
  ["doctor", doctorCommand],
  ["audit", auditCommand],
  ["replay", replayCommand],
  ["retention", retentionCommand],
]);

const options = {
  "dry-run": { type: "boolean" },
  name: { type: "string" },
  role: { type: "string", multiple: true },
  format: { type: "string" },
  filter: { type: "string" },
  output: { type: "string" },
  help: { type: "boolean" },
} as const;

/** The administrator's command line: `passerelle <verb> …`. Returns the exit code; everything is said on the terminal. */
export async function passerelle(args: readonly string[], environment: Environment): Promise<number> {
  const language: Language = /^en/i.test(environment["LANG"] ?? "") ? "en" : "fr";
  const print = (text: Text) => console.log(inLanguage(text, language));
  try {
    const { values, positionals } = parse(args);
    const found = commandOf(positionals);
    if (!found || values.help) return showUsage(print, !found && !values.help);
    return await run(found, { settings: readSettings(environment), values, language, print });
  } catch (error) {
    if (error instanceof UsageError) return showUsage(print, true);
    if (!(error instanceof DomainError || error instanceof SettingsError)) throw error;
    console.error(error instanceof DomainError ? explained(error, language) : error.message);
    return 1;
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw new UsageError();
  }
}

interface FoundCommand {
  readonly command: Command;
  readonly words: readonly string[];
}

function commandOf([verb, ...words]: readonly string[]): FoundCommand | null {
  const command = commands.get(verb ?? "");
  if (command) return { command, words };
  const [second, ...rest] = words;
  return verb && second === "import" ? { command: importFromCommand, words: [verb, ...rest] } : null;
}

interface Invocation {
  readonly settings: Settings;
  readonly values: CommandOptions;
  readonly language: Language;
  readonly print: (text: Text) => void;
}

async function run(
  { command, words }: FoundCommand,
  { settings, values, language, print }: Invocation,
): Promise<number> {
  let opening: Promise<Town> | undefined;
  const town = () => {
    opening ??= openOnce(settings);
    return opening;
  };
  const principal = { ...enginePrincipal, id: "command-line", name: "Ligne de commande" };
  const context: CommandContext = {
    settings,
    language,
    words,
    options: values,
    print,
    progress,
    town,
    caller: async () => callerOf((await town()).office, principal, language),
  };
  if (command.needsOffice) await requireOffice(settings.databaseUrl);
  try {
    return (await command.run(context)) ? 0 : 1;
  } finally {
    await (await opening)?.[Symbol.asyncDispose]();
  }
}

function openOnce(settings: Settings): Promise<Town> {
  const logger = standardErrorLogger(settings);
  const publicUrl = () => settings.publicUrl ?? `http://localhost:${settings.port}`;
  return openTown({ settings, clock: systemClock, logger, publicUrl });
}

function progress(done: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done}… `);
}

/** A refusal with each thing that is wrong. */
function explained({ details }: DomainError, language: Language): string {
  const errors = Object.entries(details.errors ?? {}).map(
    ([field, text]) => `  ${field} : ${inLanguage(text, language)}`,
  );
  return [inLanguage(details.message, language), ...errors].join("\n");
}

function showUsage(print: (text: Text) => void, isWrong: boolean): number {
  print({ fr: "npm run passerelle -- <commande>", en: "npm run passerelle -- <command>" });
  for (const { usage, about } of [...commands.values(), importFromCommand]) {
    print(`\n  ${usage}`);
    print({ fr: `      ${inLanguage(about, "fr")}`, en: `      ${inLanguage(about, "en")}` });
  }
  return isWrong ? 1 : 0;
}
