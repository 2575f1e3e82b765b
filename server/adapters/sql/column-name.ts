/** What the column of a member is called. @example columnName("stageSince"); // "stage_since" */
export function columnName(member: string): string {
  return member.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
