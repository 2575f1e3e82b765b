import { createTransport } from "nodemailer";
import { definePlugin, Type } from "../../server/plugin-api/index.ts";

const config = Type.Object({
  url: Type.String({
    pattern: "^smtps?://",
    "x-secret": true,
    "x-environment": "SMTP_URL",
    "x-title": { fr: "Serveur d’envoi", en: "Mail server" },
    "x-help": {
      fr: "smtp://compte:motdepasse@mail.exemple.fr:587",
      en: "smtp://account:password@mail.example.org:587",
    },
  }),
  from: Type.String({
    pattern: "^[^\\s@]+@[^\\s@]+$",
    "x-environment": "MAIL_FROM",
    "x-title": { fr: "Adresse d’expéditeur", en: "Sender’s address" },
  }),
});

/** Sends e-mails: those of workflows, and the office's own – invitations, new passwords, monthly reports. */
export const plugin = definePlugin({
  id: "notifications-email",
  version: "1.0.0",
  title: { fr: "Courriels", en: "E-mail" },
  description: {
    fr: "Envoie les courriels des parcours, les invitations et les rapports mensuels par votre serveur de messagerie.",
    en: "Sends the e-mails of workflows, invitations and monthly reports through your mail server.",
  },
  api: "^1.1.0",
  config,
  channels: {
    email: {
      title: { fr: "Courriel", en: "E-mail" },
      async send({ key, to, subject, text, attachments = [] }, { config: { url, from }, signal }) {
        signal.throwIfAborted();
        const transport = createTransport(url, { from });
        signal.addEventListener("abort", () => transport.close(), { once: true });
        try {
          await transport.sendMail({
            to,
            subject,
            text,
            // The same at every attempt: mail servers and readers drop what they have already.
            messageId: `<${key.replaceAll(/[^\w-]+/g, ".")}@passerelle>`,
            attachments: attachments.map(({ name, mediaType, content }) => ({
              filename: name,
              contentType: mediaType,
              content: Buffer.from(content),
            })),
          });
        } finally {
          transport.close();
        }
      },
    },
  },
});
