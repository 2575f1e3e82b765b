/** Whether a value says anything: not when it is empty, nor when it is a list of nothing. */
export function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}
