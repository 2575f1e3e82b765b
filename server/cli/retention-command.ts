import type { DueRecord } from "../domain/privacy/due-for-retention.ts";
import { runRetention } from "../domain/privacy/run-retention.ts";
import { durationInWords } from "../engine/time/duration-words.ts";
import { inLanguage, type Text } from "../plugin-api/text.ts";
import { type Command, UsageError, wordAt } from "./command.ts";

/** `retention run`: forgets whom the office's rules say. */
export const retentionCommand: Command = {
  usage: "retention run [--dry-run]",
  about: {
    fr: "efface les personnes dont la durée de conservation est passée ; --dry-run dit lesquelles, sans rien changer",
    en: "erases the people whose time of retention is over; --dry-run tells whom and changes nothing",
  },
  needsOffice: true,
  async run(context) {
    if (wordAt(context, 0) !== "run") throw new UsageError();
    const dryRun = context.options["dry-run"] ?? false;
    const { office, files, activity, reads: readLog } = await context.town();
    const desk = { office, files, activity, readLog };
    const { due, reads, refused } = await runRetention(desk, await context.caller(), { dryRun });
    for (const record of due) context.print(dueText(record));
    for (const { displayName, error } of refused) {
      const { message } = error.details;
      context.print({
        fr: `✗ ${displayName} : ${inLanguage(message, "fr")}`,
        en: `✗ ${displayName}: ${inLanguage(message, "en")}`,
      });
    }
    context.print(
      dryRun
        ? {
            fr: `À blanc, rien n’est effacé : ${due.length} à effacer, ${reads} consultations à oublier.`,
            en: `Dry run, nothing is erased: ${due.length} to erase, ${reads} logged reads to forget.`,
          }
        : {
            fr: `Effacés : ${due.length - refused.length}, avec ce qui parlait d’eux ; ${reads} consultations oubliées.`,
            en: `Erased: ${due.length - refused.length}, with what was about them; ${reads} logged reads forgotten.`,
          },
    );
    return refused.length === 0;
  },
};

function dueText({ title, displayName, id, after, isDeleted }: DueRecord): Text {
  const [long, longInEnglish] = [durationInWords(after, "fr"), durationInWords(after, "en")];
  if (isDeleted)
    return { fr: `  ${title} ${id} : supprimé depuis ${long}`, en: `  ${title} ${id}: deleted ${longInEnglish} ago` };
  return {
    fr: `  ${title} ${id} (${displayName}) : rien depuis ${long}`,
    en: `  ${title} ${id} (${displayName}): nothing for ${longInEnglish}`,
  };
}
