import { createServer } from "node:http";
import { expect, test } from "vitest";
import { listen, stopListening } from "./listening.ts";

test.each(["0.0.0.0", "::", "127.0.0.1"])(
  "the first link of an office on %s led to an address that no browser opens",
  async (host) => {
    const server = createServer((_request, response) => response.end("here"));
    const url = await listen(server, { host, port: 0 });
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(await (await fetch(url)).text()).toBe("here");
    await stopListening(server);
  },
);
