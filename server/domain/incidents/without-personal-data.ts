import { cutText } from "../../engine/schema/cut-text.ts";

const mailAddress = /[^\s<>"'(),:;@]+@[^\s<>"'(),:;@]+/g;
const longNumber = /\+?\d(?:[ .\-/]?\d){4,}/g;
/** What is not closed goes on to the end: whoever wrote the text may have cut it there. */
const quoted = /"[^"]*(?:"|$)|“[^”]*(?:”|$)|«[^»]*(?:»|$)|(?<!\w)'[^']*(?:'|$)/g;
/** An address of the network, a date or an instant. */
const harmless = /^(\d{1,3}(\.\d{1,3}){3}|\d{4}-\d{2}-\d{2})/;

/** A statement of a database before what the database says of it, as knex writes errors: its values are the records'. */
const statement = /^(?:insert|update|delete|select|with)\b.* - /is;

/** What tells why something failed stands at the beginning; looking for addresses takes long in a text without end. */
const longest = 5000;

/**
 * The text without what may tell of a person: mail addresses, numbers of five digits or more and, of texts that are not
 * our own, whatever stands in quotes and the statements of a database.
 *
 * @example withoutPersonalData("550 no mailbox jo@example.fr"); // "550 no mailbox …"
 */
export function withoutPersonalData(text: string, { foreign = false }: { readonly foreign?: boolean } = {}): string {
  const unquoted = foreign ? text.replace(statement, "").replaceAll(quoted, "…") : text;
  return cutText(unquoted, longest)
    .replaceAll(mailAddress, "…")
    .replaceAll(longNumber, (number) => (harmless.test(number) ? number : "…"));
}
