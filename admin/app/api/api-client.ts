import { currentLanguage } from "../i18n/language.ts";
import { apiError, type Problem } from "./api-problem.ts";
import { sessionEnded } from "./session-ended.ts";

export interface ApiCall {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Sent as JSON; a string is JSON already, a form with files goes as it is. */
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
  readonly signal?: AbortSignal | undefined;
}

export interface ApiAnswer<T> {
  readonly body: T;
  readonly headers: Headers;
}

/**
 * Calls the office with the session's cookie, in the reader's language.
 *
 * @throws HttpError with the office's sentence; status 0 when no answer came.
 * @example const { body } = await callApi<{ user: DescribedUser }>("/api/auth/me");
 */
export async function callApi<T>(path: string, call: ApiCall = {}): Promise<ApiAnswer<T>> {
  const response = await send(path, call);
  const text = await response.text();
  const body = parsed(text);
  if (response.status === 401) window.dispatchEvent(new Event(sessionEnded));
  if (!response.ok) throw apiError(response.status, isObject(body) ? body : {});
  return { body: body as T, headers: response.headers };
}

/**
 * Has the office make a file, and hands it to the browser to keep.
 *
 * @throws HttpError as `callApi` does.
 */
export async function downloadFile(path: string, body: object): Promise<void> {
  const response = await send(path, { method: "POST", body, headers: { Accept: "*/*" } });
  if (!response.ok) {
    const problem = parsed(await response.text());
    throw apiError(response.status, isObject(problem) ? problem : {});
  }
  const [, name = "export"] = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition") ?? "") ?? [];
  const address = URL.createObjectURL(await response.blob());
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}

async function send(path: string, call: ApiCall): Promise<Response> {
  const json = call.body !== undefined && !(call.body instanceof FormData);
  try {
    return await fetch(path, {
      method: call.method ?? "GET",
      credentials: "same-origin",
      headers: {
        Accept: "application/json, application/problem+json",
        "Accept-Language": currentLanguage(),
        ...(json ? { "Content-Type": "application/json" } : {}),
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { body: encoded(call.body) }),
      ...(call.signal ? { signal: call.signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw apiError(0, { code: "unreachable" });
  }
}

function encoded(body: unknown): string | FormData {
  return body instanceof FormData || typeof body === "string" ? body : JSON.stringify(body);
}

function parsed(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(body: unknown): body is Problem {
  return typeof body === "object" && body !== null;
}
