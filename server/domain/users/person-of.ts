import type { Principal } from "../rights/rights.ts";
import type { User } from "./user.ts";

/** Somebody with an account, as whoever asks. */
export function personOf(user: User): Principal {
  return { id: user.id, name: user.name, roles: user.roles, fields: user.fields, kind: "person" };
}
