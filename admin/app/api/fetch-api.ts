import { currentLanguage } from "../i18n/language.ts";
import { apiError, type Problem } from "./api-problem.ts";
import { sessionEnded } from "./session-ended.ts";

/** What is asked of the office; without a method it is a `GET`. */
export interface ApiCall {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Sent as JSON; a string is JSON already, a form with files goes as it is. */
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks the office, with the session's cookie and in the reader's language, and answers as soon as it accepts.
 *
 * @throws HttpError with the office's sentence; status 0 when no answer came.
 */
export async function fetchApi(path: string, call: ApiCall = {}): Promise<Response> {
  const response = await whole(send(path, call));
  if (response.status === 401) window.dispatchEvent(new Event(sessionEnded));
  if (!response.ok) throw apiError(response.status, problemIn(await whole(response.text())));
  return response;
}

/** What comes over the network, or the error of what does not. */
export async function whole<Part>(coming: Promise<Part>): Promise<Part> {
  try {
    return await coming;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw apiError(0, { code: "unreachable" });
  }
}

/** The JSON in a text; null where there is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function send(path: string, { method = "GET", body, headers, signal }: ApiCall): Promise<Response> {
  const json = body !== undefined && !(body instanceof FormData);
  return fetch(path, {
    method,
    credentials: "same-origin",
    headers: {
      Accept: "application/json, application/problem+json",
      "Accept-Language": currentLanguage(),
      ...(json ? { "Content-Type": "application/json" } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: encoded(body) }),
    ...(signal ? { signal } : {}),
  });
}

function encoded(body: unknown): string | FormData {
  return body instanceof FormData || typeof body === "string" ? body : JSON.stringify(body);
}

function problemIn(text: string): Problem {
  const body = jsonIn(text);
  return typeof body === "object" && body !== null ? (body as Problem) : {};
}
