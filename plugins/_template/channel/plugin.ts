import { definePlugin, Type } from "../../../server/plugin-api/index.ts";

const config = Type.Object({
  url: Type.String({ pattern: "^https?://", "x-title": { fr: "Adresse du fournisseur", en: "Provider’s address" } }),
  token: Type.String({ "x-secret": true, "x-title": { fr: "Clé d’accès", en: "Access key" } }),
});

/** Write here what it is for. */
export const plugin = definePlugin({
  id: "template-channel",
  version: "0.1.0",
  title: { fr: "Template channel", en: "Template channel" },
  description: { fr: "Envoie des messages par un fournisseur.", en: "Sends messages through a provider." },
  api: "^1.1.0",
  config,
  channels: {
    // In the studio: `"actions": { "type": "send-template-channel", "params": { "to": "…", "text": "…" } }`.
    "template-channel": {
      title: { fr: "Template channel", en: "Template channel" },
      async send({ key, to, text }, { signal, config: { url, token } }) {
        const answer = await fetch(url, {
          method: "POST",
          headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}`, "Idempotency-Key": key },
          body: JSON.stringify({ to, text }),
          signal,
        });
        await answer.body?.cancel();
        // What returns is taken for delivered: say so when it is not.
        if (!answer.ok) throw new Error(`The provider answered ${answer.status}`);
      },
    },
  },
});
