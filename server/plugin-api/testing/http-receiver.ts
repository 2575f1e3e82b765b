import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** One request as it came in, its body read as UTF-8. */
export interface ReceivedRequest {
  readonly method: string;
  /** With the query: `/offers/42?draft=1`. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a plugin talks to in its test: a server that keeps what it is sent. */
export interface HttpReceiver extends AsyncDisposable {
  readonly url: string;
  /** In the order that it came. */
  readonly received: readonly ReceivedRequest[];
  /** What it answers from now on; 200 until then. */
  answer(status: number, headers?: { readonly [name: string]: string }): void;
}

/** Opens a server on a free port of this machine. */
export async function httpReceiver(): Promise<HttpReceiver> {
  const received: ReceivedRequest[] = [];
  let next: readonly [number, { readonly [name: string]: string }] = [200, {}];
  const receive: RequestListener = async (request, response) => {
    try {
      const body = await text(request);
      const { method = "", url: path = "", headers } = request;
      received.push({ method, path, headers, body });
      response.writeHead(...next).end();
    } catch {
      // Whoever was sending has gone: there is nobody to answer, and nothing that was received.
      response.destroy();
    }
  };
  const server = createServer((request, response) => void receive(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer(status, headers = {}) {
      next = [status, headers];
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
