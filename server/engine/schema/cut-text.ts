/** The beginning of a text, at most so many UTF-16 units of it: no character is cut in two, which JSON in PostgreSQL refuses. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/\p{Surrogate}$/u, "");
}
