import type { CallContext, ChannelContribution, ChannelMessage } from "../contributions/index.ts";
import type { JsonObject } from "../json.ts";
import { abortBreaches, type Breach } from "./breach.ts";

/** One message, and how the test breaks what is at the other end. */
export interface ChannelTrial<Config = JsonObject> {
  readonly message: ChannelMessage;
  readonly context: CallContext<Config>;
  /** From now on, nothing is taken at the other end. */
  readonly fail: () => void;
}

/**
 * What every channel keeps: it delivers; what is not taken at the other end is told as a failure, with a sentence; an
 * aborted call ends; it does not change the message.
 */
export async function checkChannel<Config>(
  channel: ChannelContribution<Config>,
  { message, context, fail }: ChannelTrial<Config>,
): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  const before = JSON.stringify(message);
  await channel
    .send(message, context)
    .catch((error: unknown) => breaches.push({ rule: "delivers", what: `it failed: ${String(error)}` }));
  if (JSON.stringify(message) !== before) breaches.push({ rule: "pure", what: "it changed the message" });
  breaches.push(...(await abortBreaches((signal) => channel.send(message, { ...context, signal }))));
  fail();
  const failure = await channel.send(message, context).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (failure === null) breaches.push({ rule: "reports-failures", what: "it says nothing when nothing is delivered" });
  if (failure?.trim() === "") breaches.push({ rule: "in-words", what: "it fails without a sentence" });
  return breaches;
}
