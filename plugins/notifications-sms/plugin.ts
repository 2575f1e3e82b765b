import { definePlugin, Type } from "../../server/plugin-api/index.ts";
import { smsRequest } from "./sms-request.ts";

const config = Type.Object({
  url: Type.String({
    pattern: "^https://|^http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/|$)",
    "x-title": { fr: "Adresse du fournisseur", en: "Address of the provider" },
    "x-help": { fr: "Celle qui reçoit un envoi (POST)", en: "The one that takes a message (POST)" },
  }),
  token: Type.String({ "x-secret": true, "x-title": { fr: "Clé d’accès", en: "Access key" } }),
  sender: Type.String({ maxLength: 11, default: "Mairie", "x-title": { fr: "Nom affiché", en: "Name shown" } }),
  body: Type.String({
    default: '{"to": {to}, "from": {sender}, "text": {text}, "reference": {key}}',
    "x-widget": "textarea",
    "x-title": { fr: "Corps de la demande (JSON)", en: "Body of the request (JSON)" },
    "x-help": {
      fr: "{to}, {sender}, {text} et {key} sont remplacés par des textes JSON.",
      en: "{to}, {sender}, {text} and {key} become JSON strings.",
    },
  }),
});

/** Sends text messages through any provider that takes them over HTTP. */
export const plugin = definePlugin({
  id: "notifications-sms",
  version: "1.0.0",
  title: { fr: "SMS", en: "Text messages" },
  description: {
    fr: "Envoie des SMS par tout fournisseur qui les reçoit en HTTP.",
    en: "Sends text messages through any provider that takes them over HTTP.",
  },
  api: "^1.1.0",
  config,
  channels: {
    sms: {
      title: { fr: "SMS", en: "Text message" },
      async send({ key, to, text }, { config: { url, token, ...settings }, signal }) {
        const answer = await fetch(url, {
          method: "POST",
          headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}`, "Idempotency-Key": key },
          body: smsRequest({ key, to, text }, settings),
          signal,
        });
        if (!answer.ok)
          throw new Error(`The provider answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
      },
    },
  },
});
