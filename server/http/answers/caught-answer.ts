import type { Response } from "express";

/**
 * Hands on what is answered, whole, before its end is sent: whoever has the answer can rely on what is done with it.
 *
 * @param done Must not throw.
 */
export function caughtAnswer(response: Response, done: (body: string) => Promise<void>): void {
  const parts: Buffer[] = [];
  const [write, end] = [response.write.bind(response), response.end.bind(response)];
  const catchPart = (part: string | Uint8Array | undefined, encoding?: BufferEncoding) => {
    if (part !== undefined) parts.push(typeof part === "string" ? Buffer.from(part, encoding) : Buffer.from(part));
  };
  response.write = ((part: string | Uint8Array, encoding?: BufferEncoding) => {
    catchPart(part, encoding);
    return write(part, encoding ?? "utf8");
  }) as Response["write"];
  response.end = ((part?: string | Uint8Array, encoding?: BufferEncoding) => {
    catchPart(part, encoding);
    void done(Buffer.concat(parts).toString("utf8")).then(() => end(part, encoding ?? "utf8"));
    return response;
  }) as Response["end"];
}
