import type { Json, JsonObject } from "../../../server/plugin-api/json.ts";

/** What the office answered, its body read in each of the ways that tests look at it. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body read as JSON; null where it is none. */
  readonly body: JsonObject;
  readonly list: readonly JsonObject[];
}

/** What is sent beside the method and the path. */
export interface ApiRequest {
  readonly body?: Json | FormData | undefined;
  /** Sent as it is, with this media type. */
  readonly raw?: { readonly content: string; readonly type: string };
  readonly headers?: { readonly [name: string]: string };
}

/** A browser's worth of HTTP: keeps its session cookie, answers bodies read. */
export class ApiClient {
  readonly #url: string;
  #cookie = "";

  constructor(url: string) {
    this.#url = url;
  }

  get cookie(): string {
    return this.#cookie;
  }

  set cookie(cookie: string) {
    this.#cookie = cookie;
  }

  get(path: string, headers: ApiRequest["headers"] = {}): Promise<ApiAnswer> {
    return this.call("GET", path, { headers });
  }

  post(path: string, body?: ApiRequest["body"], headers: ApiRequest["headers"] = {}): Promise<ApiAnswer> {
    return this.call("POST", path, { body, headers });
  }

  put(path: string, body: ApiRequest["body"], headers: ApiRequest["headers"] = {}): Promise<ApiAnswer> {
    return this.call("PUT", path, { body, headers });
  }

  delete(path: string, headers: ApiRequest["headers"] = {}): Promise<ApiAnswer> {
    return this.call("DELETE", path, { headers });
  }

  async call(method: string, path: string, { body, raw, headers = {} }: ApiRequest): Promise<ApiAnswer> {
    const type = raw ? raw.type : body === undefined || body instanceof FormData ? null : "application/json";
    const answer = await fetch(this.#url + path, {
      method,
      redirect: "manual",
      headers: { "accept-language": "en", cookie: this.#cookie, ...(type && { "content-type": type }), ...headers },
      body: raw ? raw.content : body === undefined ? null : body instanceof FormData ? body : JSON.stringify(body),
    });
    for (const cookie of answer.headers.getSetCookie()) this.#cookie = cookie.split(";")[0] ?? "";
    const text = await answer.text();
    const json: unknown = /json/.test(answer.headers.get("content-type") ?? "") ? JSON.parse(text) : null;
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: json as JsonObject,
      list: Array.isArray(json) ? (json as JsonObject[]) : [],
    };
  }
}

/** The query of a list as `ra-data-simple-rest` writes it. */
export function listPath(
  type: string,
  query: {
    readonly filter?: JsonObject;
    readonly sort?: readonly [string, string];
    readonly range?: readonly number[];
  },
): string {
  const parts = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(JSON.stringify(value))}`);
  return `/api/${type}?${parts.join("&")}`;
}
