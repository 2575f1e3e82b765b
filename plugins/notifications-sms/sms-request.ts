/** A French number as providers want it, `+33612345678`; one that has its country already is left as it is. */
export function internationalNumber(typed: string): string {
  const digits = typed.replaceAll(/[\s.()-]/g, "");
  if (/^0[1-9]\d{8}$/.test(digits)) return `+33${digits.slice(1)}`;
  if (/^(\+|00)[1-9]\d{6,14}$/.test(digits)) return digits.replace(/^00/, "+");
  throw new Error(`“${typed}” is no telephone number`);
}

interface Message {
  readonly key: string;
  readonly to: string;
  readonly text: string;
}

/** The body of the request, as the settings say. @throws Error for a number that is none, or a body that is no JSON. */
export function smsRequest(
  { key, to, text }: Message,
  { sender, body }: { readonly sender: string; readonly body: string },
): string {
  const values: { readonly [name: string]: string } = { to: internationalNumber(to), sender, text, key };
  const filled = body.replaceAll(/\{(to|sender|text|key)\}/g, (_, name: string) => JSON.stringify(values[name]));
  JSON.parse(filled);
  return filled;
}
