import type { Permissions } from "../../../plugin-api/record-type-definition.ts";
import { token } from "../state-tree.ts";
import type { Findings } from "./findings.ts";

/** Who may do what: roles that nobody can have, and what the rights speak of. */
export function lintRights(
  permissions: Permissions,
  known: { readonly fields: ReadonlySet<string> | null; readonly events: ReadonlySet<string> },
  findings: Findings,
): void {
  const { events = {}, fields = {}, scope = {}, ...actions } = permissions;
  const at = (...path: readonly string[]): string => ["/permissions", ...path.map(token)].join("/");
  for (const [action, roles] of Object.entries(actions)) lintRoles(roles, at(action), findings);
  for (const [event, roles] of Object.entries(events)) {
    lintRoles(roles, at("events", event), findings);
    if (!known.events.has(event)) findings.warning("unknown-event", at("events", event), { event });
  }
  for (const [field, { read = [], write = [] }] of Object.entries(fields)) {
    lintRoles(read, at("fields", field, "read"), findings);
    lintRoles(write, at("fields", field, "write"), findings);
    if (known.fields !== null && !known.fields.has(field))
      findings.warning("unknown-field", at("fields", field), { field });
  }
  for (const role of Object.keys(scope)) lintRoles([role], at("scope", role), findings);
}

/** Whether somebody can have each of the roles. */
export function lintRoles(roles: readonly string[], path: string, findings: Findings): void {
  for (const role of roles) {
    if (role === "admin" || findings.context.roles.includes(role)) continue;
    findings.error("unknown-role", path, { role });
  }
}
