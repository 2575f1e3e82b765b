import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { definePlugin } from "../../../server/plugin-api/index.ts";

/** Write here what it is for. */
export const plugin = definePlugin({
  id: "template-importer",
  version: "0.1.0",
  title: { fr: "Template importer", en: "Template importer" },
  description: { fr: "Lit une liste d’organismes.", en: "Reads a list of bodies." },
  api: "^1.1.0",
  importers: {
    // `npm run passerelle -- partners import FILE`, after the type that it fills.
    "template-importer": {
      title: { fr: "Template importer", en: "Template importer" },
      type: "partners",
      async *read(path, { signal, language, reject }) {
        signal.throwIfAborted();
        let number = 0;
        for await (const line of createInterface({ input: createReadStream(path, { signal }) })) {
          number += 1;
          if (line.trim() === "") continue;
          const [name = "", territory = ""] = line.split(";").map((cell) => cell.trim());
          if (name === "") {
            // The line is told with its number and why; the rest goes on.
            const reason = language === "fr" ? "Il manque le nom de l’organisme." : "The body’s name is missing.";
            reject({ file: path, line: number, reason });
            continue;
          }
          // The key makes a second import change nothing.
          yield { key: { field: "organisation", value: name }, data: { organisation: name, territory } };
        }
      },
    },
  },
});
