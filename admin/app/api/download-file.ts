import { handOutFile } from "../parts/hand-out-file.ts";
import { fetchApi, whole } from "./fetch-api.ts";

/**
 * Has the office make a file, and hands it to the browser to keep.
 *
 * @throws HttpError with the office's sentence; status 0 when no answer came.
 */
export async function downloadFile(path: string, body: object): Promise<void> {
  const response = await fetchApi(path, { method: "POST", body, headers: { Accept: "*/*" } });
  const [, name = "export"] = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition") ?? "") ?? [];
  handOutFile(await whole(response.blob()), name);
}
