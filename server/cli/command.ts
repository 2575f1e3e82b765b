import type { Caller } from "../domain/changes/caller.ts";
import type { Language, Text } from "../plugin-api/text.ts";
import type { Settings } from "../settings.ts";
import type { Town } from "../town/town.ts";

/** What a verb of the command line works with. */
export interface CommandContext {
  readonly settings: Settings;
  readonly language: Language;
  /** The words after the verb. */
  readonly words: readonly string[];
  readonly options: CommandOptions;
  readonly print: (text: Text) => void;
  /** Overwrites the last line of a terminal; said rarely where the output is a file. */
  readonly progress: (done: number) => void;
  /** Opens the town's database, for verbs that need it. */
  readonly town: () => Promise<Town>;
  /** The administrator who types. */
  readonly caller: () => Promise<Caller>;
}

/** Every option of every verb, as it was typed. */
export interface CommandOptions {
  readonly "dry-run"?: boolean | undefined;
  readonly name?: string | undefined;
  readonly role?: readonly string[] | undefined;
  readonly format?: string | undefined;
  readonly filter?: string | undefined;
  readonly output?: string | undefined;
  readonly help?: boolean | undefined;
}

/** A verb: what it is called like, and what it does. Returns whether all went well. */
export interface Command {
  readonly usage: string;
  readonly about: Text;
  /** It looks at what an office holds: where there is none, none is made. */
  readonly needsOffice?: true;
  run(context: CommandContext): Promise<boolean>;
}

/** The words do not make a command: the usage is shown. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The word at that place. @throws UsageError when there is none. */
export function wordAt({ words }: Pick<CommandContext, "words">, index: number): string {
  const word = words[index];
  if (word === undefined) throw new UsageError();
  return word;
}
