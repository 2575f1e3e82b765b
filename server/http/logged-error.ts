import { withoutPersonalData } from "../domain/incidents/without-personal-data.ts";

/**
 * An error as the log may keep it: its kind, its code, what it says and where it comes from, without what it carries of
 * records (the values of a database's refusal) and what may tell of a person.
 */
export function loggedError(error: unknown): object {
  if (!(error instanceof Error)) return { message: withoutPersonalData(String(error), { foreign: true }) };
  const { name, message, stack = "", cause } = error;
  const code: unknown = "code" in error ? error.code : undefined;
  return {
    type: name,
    ...(typeof code === "string" && { code }),
    message: withoutPersonalData(message, { foreign: true }),
    stack: stack.slice(stack.indexOf("\n    at ") + 1),
    ...(cause !== undefined && { cause: loggedError(cause) }),
  };
}
