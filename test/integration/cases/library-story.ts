import type { Caller } from "../../../server/domain/changes/caller.ts";
import { DomainError, type ErrorDetails } from "../../../server/domain/domain-error.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import type { Library } from "../../support/library-office/open-library.ts";

/** The id of a record that a use case answered. */
export function idOf(record: JsonObject): string {
  return String(record["id"]);
}

/** Creates a member with a valid card. */
export function newMember(
  library: Library,
  data: JsonObject = {},
  caller: Caller = library.as("librarian"),
): Promise<JsonObject> {
  const whole = { firstName: "Jeanne", lastName: "Roux", cardUntil: "2027-01-01", ...data };
  return createRecord(library.office, caller, { type: "members", data: whole });
}

/** Creates a book with two copies. */
export function newBook(library: Library, data: JsonObject = {}): Promise<JsonObject> {
  const whole = { title: "Germinal", author: "Émile Zola", copies: 2, ...data };
  return createRecord(library.office, library.as("librarian"), { type: "books", data: whole });
}

/** Lends a new book to a new member. */
export async function newLoan(library: Library, data: JsonObject = {}): Promise<JsonObject> {
  const memberId = data["memberId"] ?? idOf(await newMember(library));
  const bookId = data["bookId"] ?? idOf(await newBook(library));
  const whole = { memberId, bookId, dueOn: "2026-03-23", ...data };
  return createRecord(library.office, library.as("desk"), { type: "loans", data: whole });
}

/** What the work was refused with. Fails when it was not refused. */
export async function refusalOf(work: Promise<unknown>): Promise<ErrorDetails> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DomainError) return error.details;
    throw error;
  }
  throw new Error("It was not refused");
}
