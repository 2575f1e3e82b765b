import { randomUUID } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Json, JsonObject } from "../../../server/plugin-api/json.ts";
import type { ApiAnswer, ApiClient, ApiRequest } from "./api-client.ts";

/** What answers a secret. */
const shownOnce = /^post \/(tokens|users|users\/\{id\}\/reset-link)$/;

interface Described {
  readonly paths: { readonly [path: string]: { readonly [method: string]: DescribedOperation } };
}

interface DescribedOperation {
  readonly parameters?: readonly { readonly name: string }[];
  readonly responses: { readonly [status: string]: { readonly content?: { readonly [type: string]: JsonObject } } };
}

/** An API that tells where an answer is not the one that `/api/openapi.json` describes. */
export class DescribedApi {
  readonly #client: ApiClient;
  readonly #document: Described;
  readonly #schemas = new Ajv2020({ strict: false, validateFormats: false, allErrors: true, logger: false });
  /** The operations that were answered, as `get /users/{id}`. */
  readonly answered = new Set<string>();

  private constructor(client: ApiClient, document: JsonObject) {
    this.#client = client;
    this.#document = document as unknown as Described;
    this.#schemas.addSchema(document, "api");
  }

  static async of(client: ApiClient): Promise<DescribedApi> {
    return new DescribedApi(client, (await client.get("/api/openapi.json")).body);
  }

  /** Every operation of the document. */
  get operations(): readonly string[] {
    return Object.entries(this.#document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    );
  }

  /**
   * Calls what is described as `get /users/{id}` with values for what stands between braces, in turn; answers it. A write
   * is sent twice, under one key.
   * @throws Error when the answer is not as described, or a refusal; when the second answer is not the first.
   */
  async call(operation: string, values: readonly unknown[] = [], request: ApiRequest & { query?: string } = {}) {
    const [method = "", template = ""] = operation.split(" ");
    const left = [...values];
    const path = template.replaceAll(/\{\w+\}/g, () => String(left.shift()));
    const isKeyed = method !== "get" && !template.startsWith("/auth/");
    const keyed = isKeyed ? { ...request, headers: { ...request.headers, "idempotency-key": randomUUID() } } : request;
    const send = () => this.#client.call(method.toUpperCase(), `/api${path}${request.query ?? ""}`, keyed);
    const answer = await send();
    const faults = [
      ...this.#faults(method, template, answer),
      ...(isKeyed ? this.#faultsOfKey(operation, answer, await send()) : []),
    ];
    if (faults.length > 0) throw new Error(`${operation}: ${faults.join("; ")}\n${answer.text.slice(0, 500)}`);
    this.answered.add(operation);
    return answer;
  }

  #faultsOfKey(operation: string, first: ApiAnswer, second: ApiAnswer): readonly string[] {
    const [method = "", template = ""] = operation.split(" ");
    const parameters = this.#document.paths[template]?.[method]?.parameters ?? [];
    const isSaid = parameters.some(({ name }) => name === "Idempotency-Key");
    const isSame = shownOnce.test(operation)
      ? second.status === 409 && second.body["code"] === "answer-not-kept"
      : second.status === first.status && second.text === first.text;
    return [
      ...(isSaid ? [] : ["the key is not described"]),
      ...(isSame ? [] : [`the second answer is another: ${second.status} ${second.text.slice(0, 500)}`]),
    ];
  }

  #faults(method: string, template: string, answer: ApiAnswer): readonly string[] {
    const response = this.#document.paths[template]?.[method]?.responses[answer.status];
    if (!response) return [`the status ${answer.status} is not described`];
    const { content = {} } = response;
    const [type = ""] = (answer.headers.get("content-type") ?? "").split(";");
    if (Object.keys(content).length === 0) return answer.text === "" ? [] : ["a body is not described"];
    const described = [type, "*/*"].find((each) => Object.hasOwn(content, each));
    if (described === undefined) return [`the media type ${type} is not described`];
    if (!described.endsWith("json")) return [];
    const pointer = ["paths", template, method, "responses", `${answer.status}`, "content", described, "schema"];
    const fits = this.#schemas.compile<Json>({ $ref: `api#/${pointer.map(token).join("/")}` });
    fits(answer.body);
    return (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }
}

/** One part of a JSON pointer in a fragment. */
function token(part: string): string {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}
