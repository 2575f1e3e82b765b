import type { ApiToken } from "../../domain/users/api-token.ts";
import type { OneTimeLink } from "../../domain/users/one-time-link.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";

/** `POST /api/auth/login`, `GET /api/auth/me`, `POST /api/auth/links/{token}`. */
export interface SignInBody {
  readonly user: SignedInUser;
}

/** Whoever is signed in; a machine has no address and no language. */
export interface SignedInUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly language: Language | null;
}

/** `GET /api/auth/office`: all that is told before the sign-in. */
export interface SignInPageBody {
  readonly name: string;
  readonly languages: readonly Language[];
  /** The sample's accounts can be signed in with. */
  readonly sample: boolean;
  readonly signIns: readonly { readonly email: string; readonly title: string }[];
  readonly oidc: boolean;
}

/** `GET /api/auth/links/{token}`. */
export interface LinkBody {
  readonly purpose: OneTimeLink["purpose"];
  readonly email: string | null;
  readonly name: string | null;
}

/** `GET /api/users/{id}`. */
export interface UserBody {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly status: "invited" | "active" | "disabled";
  readonly disabled: boolean;
  readonly language: Language | null;
  readonly fields: JsonObject;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** `POST /api/users`: with the link to hand over when it could not be mailed. */
export interface InvitedUserBody extends UserBody {
  readonly link?: string;
}

/** `POST /api/users/{id}/reset-link`. */
export interface ResetLinkBody {
  readonly id: string;
  readonly mailed: boolean;
  readonly link: string | null;
}

/** `POST /api/tokens`: the only answer that ever holds the token. */
export interface CreatedTokenBody extends ApiToken {
  readonly token: string;
}
