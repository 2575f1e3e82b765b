import type { Refused } from "../../engine/execution/decision.ts";
import type { Caller } from "../changes/caller.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { DomainError } from "../domain-error.ts";
import { refuseData } from "../records/issue-errors.ts";

export const notAWorkflow = (type: string) =>
  new DomainError({
    kind: "not-found",
    code: "not-a-workflow",
    message: {
      fr: `Les fiches « ${type} » n’ont pas d’étapes : il n’y a rien à y faire avancer.`,
      en: `"${type}" records have no stages: there is nothing to move.`,
    },
  });

export const malformedEvent = () =>
  new DomainError({
    kind: "malformed",
    code: "malformed-event",
    message: {
      fr: "Une action s’envoie comme { type, payload?, version?, note? } : le nom de l’action, son formulaire, la version connue, un mot.",
      en: "An event is sent as { type, payload?, version?, note? }: its name, its form, the version you know, a word.",
    },
  });

export const unknownEvent = (event: string, type: string) =>
  new DomainError({
    kind: "malformed",
    code: "unknown-event",
    message: {
      fr: `« ${event} » n’est pas une action de « ${type} ». La liste des actions est à l’adresse …/actions.`,
      en: `"${event}" is not an event of "${type}". The events are listed at …/actions.`,
    },
  });

export const forbiddenEvent = (event: string) =>
  new DomainError({
    kind: "forbidden",
    code: "may-not-send-event",
    message: {
      fr: `Votre rôle ne permet pas l’action « ${event} ». Demandez à quelqu’un qui suit ce dossier.`,
      en: `Your role does not let you send "${event}". Ask someone who follows this case.`,
    },
  });

export const internalEvent = (event: string) =>
  new DomainError({
    kind: "forbidden",
    code: "internal-event",
    message: {
      fr: `« ${event} » arrive tout seul, quand ce qui le cause est fait ailleurs. Personne ne l’envoie à la main.`,
      en: `"${event}" comes by itself, when what causes it is done elsewhere. Nobody sends it by hand.`,
    },
  });

export const malformedAssignment = () =>
  new DomainError({
    kind: "malformed",
    code: "malformed-assignment",
    message: {
      fr: "Dites à qui confier : l’identifiant d’un membre de l’équipe, ou null pour personne.",
      en: "Say whom to give it to: the id of a member of the team, or null for nobody.",
    },
  });

export const notStaff = () =>
  new DomainError({
    kind: "invalid",
    code: "unknown-assignee",
    message: {
      fr: "Le dossier ne peut être confié qu’à quelqu’un qui travaille ici.",
      en: "The case can only be given to someone who works here.",
    },
    errors: {
      assigneeId: { fr: "Choisissez un membre de l’équipe.", en: "Choose a member of the team." },
    },
  });

/** What the engine refused, as its caller is told it. */
export function refusedDecision(
  type: PublishedType,
  caller: Caller,
  asked: { event: string; refused: Refused },
): DomainError {
  const { event, refused } = asked;
  if (refused.refusal === "unknown-event") return unknownEvent(event, type.id);
  if (refused.refusal === "forbidden") return internalEvent(event);
  if (refused.refusal === "record") return refuseData(type, caller, refused.errors);
  const { reasons, errors } = refused;
  const code = codes[refused.refusal];
  const [reason] = reasons;
  const message = reason === undefined ? sentences[refused.refusal] : reason.message;
  return new DomainError({ kind: "invalid", code, message, reasons, errors });
}

const codes = { form: "invalid-form", rule: "blocked", "not-in-stage": "not-in-stage", stale: "not-in-stage" } as const;

const notNow = {
  fr: "Cette action n’est pas possible à cette étape.",
  en: "This action is not possible at this stage.",
};

const sentences = {
  form: {
    fr: "Le formulaire n’est pas complet : corrigez ce qui est indiqué à chaque champ.",
    en: "The form is not complete: correct what is said at each field.",
  },
  rule: { fr: "Une règle empêche cette action.", en: "A rule blocks this action." },
  "not-in-stage": notNow,
  stale: notNow,
} as const;
