import { makeLink } from "./links.ts";
import type { OneTimeLink } from "./one-time-link.ts";
import type { People } from "./people.ts";
import type { User } from "./user.ts";

/**
 * Makes a link for the user and sends it to them. Returns the link itself where no mail could be sent, for the
 * administrator to hand over.
 */
export async function mailLink(
  people: People,
  purpose: Exclude<OneTimeLink["purpose"], "first-admin">,
  user: User,
): Promise<{ readonly link: string | null; readonly mailed: boolean }> {
  const link = await makeLink(people, purpose, user);
  if (!people.mailer) return { link, mailed: false };
  const office = people.officeName(user.language ?? "fr");
  try {
    await people.mailer.send({ to: user.email, ...letter({ purpose, user, link, office }) });
    return { link: null, mailed: true };
  } catch {
    return { link, mailed: false };
  }
}

function letter(about: { purpose: OneTimeLink["purpose"]; user: User; link: string; office: string }) {
  const { user, link, office } = about;
  const invited = about.purpose === "invitation";
  if (user.language === "en") {
    return {
      subject: invited ? `${office}: your account` : `${office}: new password`,
      text: `Hello ${user.name},\n\n${
        invited
          ? `An account has been opened for you at ${office}. Choose your password within seven days:`
          : `You asked for a new password at ${office}. Choose it within two hours:`
      }\n\n${link}\n\nIf you were not expecting this message, you can ignore it.\n`,
    };
  }
  return {
    subject: invited ? `${office} : votre compte` : `${office} : nouveau mot de passe`,
    text: `Bonjour ${user.name},\n\n${
      invited
        ? `Un compte vous a été ouvert pour ${office}. Choisissez votre mot de passe dans les sept jours :`
        : `Vous avez demandé un nouveau mot de passe pour ${office}. Choisissez-le dans les deux heures :`
    }\n\n${link}\n\nSi vous n’attendiez pas ce message, vous pouvez l’ignorer.\n`,
  };
}
