import type { Mailer } from "../../domain/users/people.ts";

/** Sends mails through the SMTP server of the address, `smtp://user:password@host:587`. Nothing waits longer than 20 s. */
export class SmtpMailer implements Mailer {
  readonly #url: string;
  readonly #from: string;

  constructor(url: string, from: string) {
    this.#url = url;
    this.#from = from;
  }

  async send(mail: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void> {
    const { createTransport } = await import("nodemailer");
    const transport = createTransport(this.#url, { from: this.#from });
    try {
      await transport.sendMail(mail);
    } finally {
      transport.close();
    }
  }
}
