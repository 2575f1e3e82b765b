/** In JSON, a NUL or half of a surrogate pair: neither can be stored on every database. */
const suspicious = /\\u(0000|d[89a-f])/i;

/** JSON that both databases take: what no text should hold becomes the replacement character. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  return suspicious.test(json) ? JSON.stringify(value, withoutUnstorable) : json;
}

/** The value as {@link storableJson} writes it. */
export function storable<T>(value: T): T {
  const json = JSON.stringify(value);
  return suspicious.test(json) ? (JSON.parse(JSON.stringify(value, withoutUnstorable)) as T) : value;
}

function withoutUnstorable(_key: string, value: unknown): unknown {
  if (typeof value === "string") return cleaned(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleaned(key), inner]));
}

function cleaned(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, "\ufffd");
}
