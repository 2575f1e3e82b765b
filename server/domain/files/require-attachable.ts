import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { mayNotSendFiles } from "./file-errors.ts";

/** Files are sent for records: whoever may read none has nothing to attach them to. @throws DomainError `may-not-send-files`. */
export function requireAttachable(office: Office, { rights }: Caller): void {
  if (!office.registry.types().some(({ id }) => rights.may("read", id))) throw mayNotSendFiles();
}
