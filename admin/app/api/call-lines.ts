import { currentLanguage } from "../i18n/language.ts";
import { apiError } from "./api-problem.ts";
import { sessionEnded } from "./session-ended.ts";

/**
 * Posts to the office and yields its answer line by line as it comes (`application/x-ndjson`).
 *
 * @throws HttpError with the office's sentence; status 0 when no answer came, or it broke off.
 */
export async function* callLines<Line>(path: string, body: object, key: string): AsyncIterable<Line> {
  const response = await post(path, body, key);
  if (response.status === 401) window.dispatchEvent(new Event(sessionEnded));
  if (!response.ok || !response.body) throw apiError(response.status, await response.json().catch(() => ({})));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read().catch(brokenOff);
    const lines = (rest + (value ?? "")).split("\n");
    rest = done ? "" : (lines.pop() ?? "");
    for (const line of lines) if (line !== "") yield JSON.parse(line) as Line;
    if (done) return;
  }
}

async function post(path: string, body: object, key: string): Promise<Response> {
  const headers = {
    Accept: "application/x-ndjson",
    "Accept-Language": currentLanguage(),
    "Content-Type": "application/json",
    "Idempotency-Key": key,
  };
  const call = { method: "POST", credentials: "same-origin", headers, body: JSON.stringify(body) } as const;
  return await fetch(path, call).catch(brokenOff);
}

function brokenOff(): never {
  throw apiError(0, { code: "unreachable" });
}
