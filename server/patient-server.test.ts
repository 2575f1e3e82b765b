import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { listen, stopListening } from "./listening.ts";
import { PatientServer } from "./patient-server.ts";

/** More than what the system keeps of it on either side. */
const answer = Buffer.alloc(20_000_000, "x");

test("a long answer to a slow reader was cut off when the office stopped", async () => {
  const server = new PatientServer((_request, response) => response.setHeader("Connection", "close").end(answer));
  const url = await listen(server, { host: "127.0.0.1", port: 0 });
  const [response] = (await once(get(url), "response")) as [IncomingMessage];
  const stopped = stopListening(server);
  let read = 0;
  for await (const chunk of response) read += (chunk as Buffer).length;
  expect(read).toBe(answer.length);
  await stopped;
});

test("whoever is connected and asks nothing keeps no stop waiting", async () => {
  const server = new PatientServer((_request, response) => response.end("here"));
  const url = await listen(server, { host: "127.0.0.1", port: 0 });
  expect(await (await fetch(url)).text()).toBe("here");
  const before = performance.now();
  await stopListening(server);
  expect(performance.now() - before).toBeLessThan(9000);
});
