/**
 * What every record (to `displayName`) and every case has beside its data, under names that its data may not have. The
 * one exception: `assigneeId` may be a field of a record that is no case.
 */
export const systemFields: ReadonlySet<string> = new Set([
  "id",
  "version",
  "createdAt",
  "updatedAt",
  "displayName",
  "state",
  "stage",
  "status",
  "assigneeId",
  "stageSince",
  "dueAt",
  "workflowVersion",
]);
