import { reservedId } from "./definition-errors.ts";

/** First parts of paths of the API and of the back office: a type by such an id could not be reached. */
const reserved: ReadonlySet<string> = new Set(
  [
    "audit auth board boards communes definition-schemas docs exports files imports incidents live login",
    "matching me my-day office permanence plugins record-types reports retention search settings staff",
    "studio tokens users views workflows",
  ].flatMap((line) => line.split(" ")),
);

/** Whether addresses of the API or of the back office begin with it, so that no type can. */
export function isReservedId(id: string): boolean {
  return reserved.has(id);
}

/** @throws DomainError `reserved-id`. */
export function refuseReservedId(id: string): void {
  if (isReservedId(id)) throw reservedId(id);
}
