import type { Language } from "../../plugin-api/text.ts";
import type { TokenStore } from "./api-token.ts";
import type { LinkStore } from "./one-time-link.ts";
import type { PasswordHasher, UserStore } from "./user-store.ts";

/** What the use cases about accounts need. */
export interface People {
  readonly users: UserStore;
  readonly links: LinkStore;
  readonly tokens: TokenStore;
  readonly passwords: PasswordHasher;
  /** Null without SMTP: links are then shown to the administrator. */
  readonly mailer: Mailer | null;
  /** UTC ISO-8601. */
  readonly now: () => string;
  readonly newId: () => string;
  /** Ids of the roles that the office has. */
  readonly roles: () => readonly string[];
  readonly officeName: (language: Language) => string;
  /** Where people open the office, without a slash at its end. */
  readonly publicUrl: () => string;
}

/** Sends e-mails. */
export interface Mailer {
  /** Resolves once the mail server has taken it; throws otherwise. */
  send(mail: Mail): Promise<void>;
}

/** A message in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments?: readonly { readonly name: string; readonly mediaType: string; readonly content: Uint8Array }[];
}
