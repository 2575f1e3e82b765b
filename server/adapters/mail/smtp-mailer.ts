import type { Mail, Mailer } from "../../domain/users/people.ts";

/** Sends mails through the SMTP server of the address, `smtp://user:password@host:587`. Nothing waits longer than 20 s. */
export class SmtpMailer implements Mailer {
  readonly #url: string;
  readonly #from: string;

  constructor(url: string, from: string) {
    this.#url = url;
    this.#from = from;
  }

  async send({ attachments = [], ...mail }: Mail): Promise<void> {
    const { createTransport } = await import("nodemailer");
    const transport = createTransport(this.#url, { from: this.#from });
    try {
      await transport.sendMail({
        ...mail,
        attachments: attachments.map(({ name, mediaType, content }) => ({
          filename: name,
          contentType: mediaType,
          content: Buffer.from(content),
        })),
      });
    } finally {
      transport.close();
    }
  }
}
