import type { Text } from "../../plugin-api/text.ts";
import type { ApiToken } from "./api-token.ts";
import type { People } from "./people.ts";
import { newSecretToken, tokenHash } from "./secret-token.ts";
import { invalidAccount, unknownToken } from "./user-errors.ts";

/** Makes a token for a machine. `secret` is answered this once. @throws DomainError `invalid-account`. */
export async function createToken(
  people: People,
  asked: { readonly name: string; readonly roles: readonly string[]; readonly createdBy: string },
): Promise<{ readonly token: ApiToken; readonly secret: string }> {
  const errors: { [field: string]: Text } = {};
  if (!asked.name.trim() || asked.name.length > 200) errors["name"] = { fr: "Indiquez un nom.", en: "Give a name." };
  if (asked.roles.length === 0 || asked.roles.some((role) => !people.roles().includes(role))) {
    errors["roles"] = {
      fr: `Choisissez parmi ${people.roles().join(", ")}.`,
      en: `Choose among ${people.roles().join(", ")}.`,
    };
  }
  if (Object.keys(errors).length > 0) throw invalidAccount(errors);
  const secret = newSecretToken("pas_");
  const token: ApiToken = {
    id: people.newId(),
    name: asked.name.trim(),
    roles: [...new Set(asked.roles)],
    createdBy: asked.createdBy,
    createdAt: people.now(),
    lastUsedAt: null,
    revokedAt: null,
  };
  await people.tokens.insert(token, tokenHash(secret));
  return { token, secret };
}

/** Makes a token worthless at once. @throws DomainError `unknown-token`. */
export async function revokeToken(people: People, id: string): Promise<ApiToken> {
  await people.tokens.revoke(id, people.now());
  const token = await people.tokens.get(id);
  if (!token) throw unknownToken();
  return token;
}

const usedAgainAfter = 3_600_000;

/** The token that a machine shows, or null when it is unknown or revoked. Its last use is kept to the hour. */
export async function tokenOf(people: Pick<People, "tokens" | "now">, secret: string): Promise<ApiToken | null> {
  const token = await people.tokens.find(tokenHash(secret));
  if (!token || token.revokedAt !== null) return null;
  const now = people.now();
  if (token.lastUsedAt === null || Date.parse(now) - Date.parse(token.lastUsedAt) > usedAgainAfter) {
    await people.tokens.used(token.id, now);
  }
  return token;
}
