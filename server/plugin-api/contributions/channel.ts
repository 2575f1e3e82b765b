import type { JsonObject } from "../json.ts";
import type { Text } from "../text.ts";
import type { CallContext } from "./call-context.ts";

/** A way to reach someone outside the office. Workflows send through it by the action `send-<id>`. */
export interface ChannelContribution<Config = JsonObject> {
  readonly title: Text;
  /** The id of a channel that the message goes by when this one fails for good or is not set up. */
  readonly fallback?: string;
  /** Delivers, or throws: what returns is taken for delivered. `key` is the same at every attempt. */
  send(message: ChannelMessage, context: CallContext<Config>): Promise<void>;
}

/** A message on its way to one person or machine outside the office. */
export interface ChannelMessage {
  readonly key: string;
  /** An address as the channel knows them: a mailbox, a telephone number, nothing for one that has but one end. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The case that it is about, where there is one. */
  readonly case?: JsonObject;
  readonly attachments?: readonly { readonly name: string; readonly mediaType: string; readonly content: Uint8Array }[];
}
