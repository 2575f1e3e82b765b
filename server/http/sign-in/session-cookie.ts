import { parseCookie } from "cookie";
import { unsign } from "cookie-signature";

/** The name of the cookie. */
export const sessionCookie = "passerelle";

/** express-session marks the values that it signs. */
const signed = "s:";

/** The id of the session that a `Cookie` header names, when we signed it; null otherwise. */
export function sessionIdIn(header: string, secret: string): string | null {
  const value = parseCookie(header)[sessionCookie];
  const id = value?.startsWith(signed) ? unsign(value.slice(signed.length), secret) : false;
  return id === false ? null : id;
}
