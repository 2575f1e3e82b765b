import { handOutFile } from "../parts/hand-out-file.ts";
import { fetchApi, whole } from "./fetch-api.ts";

/**
 * Has the office make a file, and hands it to the browser to keep; what the file is made of may stand in a body.
 *
 * @throws HttpError with the office's sentence; status 0 when no answer came.
 */
export async function downloadFile(path: string, body?: object): Promise<void> {
  const response = await fetchApi(path, { ...(body ? { method: "POST", body } : {}), headers: { Accept: "*/*" } });
  const name = nameIn(response.headers.get("Content-Disposition") ?? "");
  handOutFile(await whole(response.blob()), name);
}

/** RFC 6266: a name with accents stands in `filename*`. */
function nameIn(disposition: string): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)/.exec(disposition)?.[1] ?? "export";
}
