import type { Visit } from "../session.ts";

/** What someone is called: a visit without a name is called after its session, which says nothing here. */
export function nameOf({ seekerId, visitorName, displayName }: Visit, anonymous: string): string {
  return seekerId === undefined && visitorName === undefined ? anonymous : displayName;
}
