import { createHmac } from "node:crypto";
import { definePlugin, Type } from "../../server/plugin-api/index.ts";

const config = Type.Object({
  url: Type.String({
    pattern: "^https://|^http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/|$)",
    "x-title": { fr: "Adresse à prévenir", en: "Address to tell" },
  }),
  secret: Type.String({
    minLength: 16,
    "x-secret": true,
    "x-title": { fr: "Secret de signature", en: "Signing secret" },
    "x-help": { fr: "Partagé avec le logiciel prévenu", en: "Shared with the software that is told" },
  }),
});

/** `t=<seconds>,v1=<hex>`: the HMAC-SHA-256 of `<seconds>.<body>`, so that what is replayed later is known as old. */
export function signatureOf(body: string, secret: string, now: string): string {
  const seconds = Math.floor(Date.parse(now) / 1000);
  return `t=${seconds},v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;
}

/** Tells other software what happens in a case, signed, tried again until it is taken. */
export const plugin = definePlugin({
  id: "notifications-webhook",
  version: "1.0.0",
  title: { fr: "Webhook", en: "Webhook" },
  description: {
    fr: "Prévient un autre logiciel de ce qui arrive à un dossier : signé, renvoyé jusqu’à ce qu’il réponde.",
    en: "Tells other software what happens in a case: signed, sent again until it answers.",
  },
  api: "^1.1.0",
  config,
  channels: {
    webhook: {
      title: { fr: "Webhook", en: "Webhook" },
      async send({ key, to, subject, text, case: about }, { config: { url, secret }, now, signal }) {
        const body = JSON.stringify({ id: key, at: now, event: to, subject, text, case: about ?? null });
        const answer = await fetch(url, {
          method: "POST",
          headers: { "Content-Type": "application/json", "X-Passerelle-Signature": signatureOf(body, secret, now) },
          body,
          signal,
          redirect: "error",
        });
        await answer.body?.cancel();
        if (!answer.ok) throw new Error(`${new URL(url).host} answered ${answer.status}`);
      },
    },
  },
});
