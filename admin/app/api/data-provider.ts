import simpleRestProvider from "ra-data-simple-rest";
import type {
  CreateParams,
  DataProvider,
  DeleteManyParams,
  DeleteParams,
  fetchUtils,
  Identifier,
  RaRecord,
  UpdateParams,
} from "react-admin";
import { callApi, postOnce } from "./api-client.ts";
import type { ApiCall } from "./fetch-api.ts";

/**
 * The records of the office, in the dialect of ra-data-simple-rest. A change says which version it was made on, so
 * that nobody overwrites what a colleague has just written.
 */
export function makeDataProvider(): DataProvider {
  const rest = simpleRestProvider("/api", fetchForReactAdmin);
  return {
    ...rest,
    supportAbortSignal: true,
    create: async <Row extends RaRecord>(type: string, { data }: CreateParams) => ({
      data: (await postOnce<Row>(`/api/${type}`, data)).body,
    }),
    update: async (type: string, { id, data, previousData }: UpdateParams) => ({
      data: await write(type, id, { method: "PUT", body: data, headers: onVersion(previousData) }),
    }),
    delete: async (type: string, { id, previousData }: DeleteParams) => ({
      data: await write(type, id, { method: "DELETE", headers: onVersion(previousData) }),
    }),
    deleteMany: async (type: string, { ids }: DeleteManyParams) => {
      const gone: Identifier[] = [];
      for (const id of ids) {
        await write(type, id, { method: "DELETE" });
        gone.push(id);
      }
      return { data: gone };
    },
  };
}

async function write<Row extends RaRecord>(type: string, id: Identifier, call: ApiCall): Promise<Row> {
  const { body } = await callApi<Row>(`/api/${type}/${encodeURIComponent(id)}`, call);
  return body;
}

function onVersion(record: Partial<RaRecord> | undefined): { readonly [name: string]: string } {
  const version: unknown = record?.["version"];
  return typeof version === "number" ? { "If-Match": `"${version}"` } : {};
}

const fetchForReactAdmin: typeof fetchUtils.fetchJson = async (url, options) => {
  const call: ApiCall = {
    method: methodOf(options?.method),
    headers: Object.fromEntries(new Headers(options?.headers).entries()),
    signal: options?.signal ?? undefined,
    ...(options?.body === undefined || options.body === null ? {} : { body: options.body }),
  };
  const { body, headers } = await callApi<unknown>(String(url), call);
  return { status: 200, headers, body: "", json: body };
};

function methodOf(method: string | undefined): "GET" | "POST" | "PUT" | "DELETE" {
  return method === "POST" || method === "PUT" || method === "DELETE" ? method : "GET";
}
