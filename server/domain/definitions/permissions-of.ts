import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";
import type { Permissions, RecordTypeDefinition } from "../../plugin-api/record-type-definition.ts";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import { staffRoles } from "../rights/staff-roles.ts";

/**
 * The permissions of a definition. One that says nothing is open to the staff of the office, who may read, create and
 * update; deleting is the administrator's. A workflow's `create.roles` go before its `permissions.create`.
 */
export function permissionsOf(
  definition: RecordTypeDefinition | WorkflowDefinition,
  office: Pick<OfficeDefinition, "roles">,
): Permissions {
  const staff = [...staffRoles(office)];
  const stated = definition.permissions ?? { read: staff, create: staff, update: staff };
  const creators = "machine" in definition ? definition.create?.roles : undefined;
  return creators === undefined ? stated : { ...stated, create: creators };
}
