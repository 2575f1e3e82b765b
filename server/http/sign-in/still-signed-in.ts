import type { Principal } from "../../domain/rights/rights.ts";
import type { People } from "../../domain/users/people.ts";
import type { User } from "../../domain/users/user.ts";
import type { KnownUsers } from "./known-users.ts";

/** Whether whoever began a long answer may still read it: a person's account is as it was, a machine's token not revoked. */
export async function isStillSignedIn(
  { people, known }: { readonly people: Pick<People, "tokens">; readonly known: Pick<KnownUsers, "get"> },
  { principal, user }: { readonly principal: Pick<Principal, "id">; readonly user: User | undefined },
): Promise<boolean> {
  if (user) return (await known.get(user.id))?.epoch === user.epoch;
  return (await people.tokens.get(principal.id))?.revokedAt === null;
}
