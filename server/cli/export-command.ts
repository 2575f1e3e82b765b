import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { writeXlsx } from "../adapters/files/xlsx-file.ts";
import { csvLines } from "../domain/exporting/csv.ts";
import { exportRecords } from "../domain/exporting/export-records.ts";
import { malformedFilter } from "../domain/records/lists/list-errors.ts";
import { type Command, UsageError, wordAt } from "./command.ts";

/** `export <type>`. */
export const exportCommand: Command = {
  usage: "export <type> [--format csv|xlsx] [--filter JSON] [--output FICHIER]",
  about: { fr: "écrit les fiches d’un type dans un fichier", en: "writes the records of a type to a file" },
  needsOffice: true,
  async run(context) {
    const type = wordAt(context, 0);
    const { format = "csv", filter = "{}", output = `${type}.${format}` } = context.options;
    if (format !== "csv" && format !== "xlsx") throw new UsageError();
    const { office, people } = await context.town();
    const caller = await context.caller();
    const names = async () => new Map((await people.users.all()).map((user) => [user.id, user.name]));
    const table = exportRecords(office, caller, {
      type,
      filter: parsed(filter),
      beforePage: async () => undefined,
      staffNames: names,
    });
    const file = createWriteStream(resolve(output));
    if (format === "csv") await pipeline(Readable.from(csvLines(table, context.language)), file);
    else await writeXlsx(table, file);
    context.print({ fr: `Écrit : ${resolve(output)}`, en: `Written: ${resolve(output)}` });
    return true;
  },
};

function parsed(filter: string): unknown {
  try {
    return JSON.parse(filter);
  } catch {
    throw malformedFilter();
  }
}
