import { type ApiCall, fetchApi, jsonIn, whole } from "./fetch-api.ts";
import { isDone, isFailed, keyOfWrite } from "./unanswered-writes.ts";

/** What the office answered. */
export interface ApiAnswer<T> {
  /** Null where it answered nothing. */
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
  const response = await fetchApi(path, call);
  return { body: jsonIn(await whole(response.text())) as T, headers: response.headers };
}

/**
 * Posts what is not to be done twice: when no answer came and the same is posted again, it is done once.
 *
 * @throws HttpError as `callApi` does.
 */
export async function postOnce<T>(path: string, body: unknown): Promise<ApiAnswer<T>> {
  const write = `${path} ${JSON.stringify(body)}`;
  try {
    const headers = { "Idempotency-Key": keyOfWrite(write) };
    const answer = await callApi<T>(path, { method: "POST", body, headers });
    isDone(write);
    return answer;
  } catch (error) {
    isFailed(write, error);
    throw error;
  }
}
