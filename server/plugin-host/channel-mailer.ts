import type { Mailer } from "../domain/users/people.ts";
import type { HostedChannel } from "./hosted-part.ts";

/** The office's own mails through the channel of that name; null while no plugin brings it, or it is not set up. */
export function channelMailer(channels: readonly HostedChannel[], newKey: () => string): Mailer | null {
  const email = channels.find(({ id }) => id === "email");
  if (!email) return null;
  return {
    send: ({ to, subject, text, attachments }) =>
      email.send({ key: newKey(), to, subject, text, ...(attachments && { attachments }) }, "fr"),
  };
}
