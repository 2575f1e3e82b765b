import { findingText } from "../domain/audit/finding.ts";
import { replay } from "../domain/audit/replay.ts";
import { verifyAudit } from "../domain/audit/verify-audit.ts";
import { type Command, UsageError, wordAt } from "./command.ts";
import { examine } from "./examine.ts";

/** `doctor`: what is well, and what is not. */
export const doctorCommand: Command = {
  usage: "doctor",
  about: { fr: "examine l’installation", en: "examines the installation" },
  async run(context) {
    const findings = await examine(await context.town(), context.settings);
    for (const { well, text } of findings) {
      context.print({ fr: `${well ? "✓" : "✗"} ${text.fr}`, en: `${well ? "✓" : "✗"} ${text.en}` });
    }
    return findings.every((finding) => finding.well);
  },
};

/** `audit verify`: what was edited, removed or inserted in the history. */
export const auditCommand: Command = {
  usage: "audit verify [SCEAU]",
  about: {
    fr: "cherche ce qui aurait été modifié, retiré ou ajouté dans l’historique, et le nomme ; avec un sceau noté ailleurs, s’il y est encore",
    en: "looks for what was edited, removed or inserted in the history, and names it; given a seal noted elsewhere, whether it is still there",
  },
  needsOffice: true,
  async run(context) {
    if (wordAt(context, 0) !== "verify") throw new UsageError();
    const { audit } = await context.town();
    const { records, entries, seals, lastSeal, findings } = await verifyAudit(
      audit,
      context.progress,
      context.words[1],
    );
    for (const finding of findings) {
      const { fr, en } = findingText(finding);
      context.print({ fr: `✗ ${fr}`, en: `✗ ${en}` });
    }
    context.print({
      fr: `${records} fiches, ${entries} entrées d’historique et ${seals} sceaux vérifiés ; ${findings.length} anomalies.`,
      en: `${records} records, ${entries} history entries and ${seals} seals checked; ${findings.length} findings.`,
    });
    if (lastSeal !== null) context.print({ fr: `Dernier sceau : ${lastSeal}`, en: `Last seal: ${lastSeal}` });
    return findings.length === 0;
  },
};

/** `replay`: every record made again from its events. */
export const replayCommand: Command = {
  usage: "replay",
  about: {
    fr: "refait chaque fiche d’après son seul historique et dit ce qui diffère",
    en: "makes every record again from its history alone and tells what differs",
  },
  needsOffice: true,
  async run(context) {
    const { office, audit } = await context.town();
    const { records, differing } = await replay(office, audit, context.progress);
    for (const { type, id, differences } of differing) {
      for (const { part, told, found } of differences) {
        const [history, here] = [JSON.stringify(told), JSON.stringify(found)];
        context.print({
          fr: `✗ ${type}/${id}, ${part} : l’historique dit ${history}, la base ${here}`,
          en: `✗ ${type}/${id}, ${part}: the history says ${history}, the database ${here}`,
        });
      }
    }
    context.print({
      fr: `${records} fiches refaites d’après leur historique, ${differing.length} diffèrent.`,
      en: `${records} records made again from their history, ${differing.length} differ.`,
    });
    return differing.length === 0;
  },
};
