import { statusOf } from "../api/api-problem.ts";

/** Whether trying again may help: what is not there, or not allowed, stays so. */
export function mayPass(error: unknown): boolean {
  const status = statusOf(error);
  return status !== 403 && status !== 404;
}
