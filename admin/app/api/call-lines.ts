import { fetchApi, whole } from "./fetch-api.ts";
import { isDone, isFailed, keyOfWrite } from "./unanswered-writes.ts";

/**
 * Posts to the office and yields its answer line by line as it comes (`application/x-ndjson`). When it broke off and
 * the same is posted again, it is gone on with.
 *
 * @throws HttpError with the office's sentence; status 0 when no answer came, or it broke off.
 */
export async function* callLines<Line>(path: string, body: object): AsyncIterable<Line> {
  const write = `${path} ${JSON.stringify(body)}`;
  try {
    const headers = { Accept: "application/x-ndjson", "Idempotency-Key": keyOfWrite(write) };
    yield* linesOf<Line>(await fetchApi(path, { method: "POST", body, headers }));
    isDone(write);
  } catch (error) {
    isFailed(write, error);
    throw error;
  }
}

async function* linesOf<Line>({ body }: Response): AsyncIterable<Line> {
  if (!body) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await whole(reader.read());
    const lines = (rest + (value ?? "")).split("\n");
    rest = done ? "" : (lines.pop() ?? "");
    for (const line of lines) if (line !== "") yield JSON.parse(line) as Line;
    if (done) return;
  }
}
