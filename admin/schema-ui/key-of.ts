/** `numeroDeCarte` or `numero-de-carte`: how a program calls what people call so. */
export function keyOf(words: string, joint: "" | "-"): string {
  const parts = words
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  if (joint === "-") return parts.join("-");
  const [first = "field", ...rest] = parts;
  const start = /^\d/.test(first) ? `n${first}` : first;
  return [start, ...rest.map((part) => `${part[0]?.toUpperCase()}${part.slice(1)}`)].join("");
}
