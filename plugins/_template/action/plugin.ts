import { definePlugin, type Static, Type } from "../../../server/plugin-api/index.ts";

const config = Type.Object({
  url: Type.String({
    pattern: "^https?://",
    "x-title": { fr: "Adresse du logiciel", en: "Address of the software" },
  }),
});

const params = Type.Object({ list: Type.Optional(Type.String()) });

/** Write here what it is for. */
export const plugin = definePlugin({
  id: "template-action",
  version: "0.1.0",
  title: { fr: "Template action", en: "Template action" },
  description: { fr: "Inscrit un dossier dans un autre logiciel.", en: "Enters a case in other software." },
  api: "^1.1.0",
  config,
  actions: {
    // In the studio, a transition says `"actions": { "type": "template-action", "params": { "list": "…" } }`.
    "template-action": {
      title: { fr: "Template action", en: "Template action" },
      params,
      async run({ list = "" }: Static<typeof params>, { key, case: about, signal, config: { url } }) {
        const answer = await fetch(url, {
          method: "PUT",
          // It may come twice, with the same key: the other side, or this code, must know it again.
          headers: { "Content-Type": "application/json", "Idempotency-Key": key },
          body: JSON.stringify({ list, case: about["id"] ?? null }),
          signal,
        });
        await answer.body?.cancel();
        // What is thrown is tried again later, and in the end kept as an incident.
        if (!answer.ok) throw new Error(`The software answered ${answer.status}`);
      },
    },
  },
});
