import { isObject } from "../engine/schema/is-object.ts";
import type { RecordAccess } from "../plugin-api/contributions/index.ts";
import type { DataSchema } from "../plugin-api/data-schema.ts";
import type { Json, JsonObject } from "../plugin-api/json.ts";
import { inLanguage } from "../plugin-api/text.ts";
import type { HostedAction, HostedChannel } from "./hosted-part.ts";

/** The action by which workflows send through a channel. */
export const sendActionOf = (channel: string) => `send-${channel}`;

/** `to` is an address, or where to read it; `{name}` in the texts is a field of the case, `{to.name}` one of the recipient. */
const params: DataSchema = {
  type: "object",
  required: ["to", "text"],
  properties: {
    to: {
      anyOf: [
        { type: "string" },
        {
          type: "object",
          required: ["type", "id", "field"],
          properties: { type: { type: "string" }, id: { type: "string" }, field: { type: "string" } },
        },
      ],
    },
    subject: { type: "string" },
    text: { type: "string" },
    optional: { type: "boolean" },
  },
};

/** Sends through the channel what a workflow says. Without an address it fails, unless `optional` says that it may not matter. */
export function sendAction(channel: HostedChannel, records: () => RecordAccess): HostedAction {
  return {
    id: sendActionOf(channel.id),
    plugin: channel.plugin,
    title: {
      fr: `Envoyer : ${inLanguage(channel.title, "fr")}`,
      en: `Send: ${inLanguage(channel.title, "en")}`,
    },
    params,
    async run({ to: where, subject, text, optional }, call) {
      const recipient = await recipientOf(where, records());
      if (recipient.address === "") {
        if (optional === true) return;
        throw new Error("The recipient has no address for this channel");
      }
      const fill = (template: Json | undefined) => filled(String(template ?? ""), call.case, recipient.record);
      const message = { key: call.key, to: recipient.address, case: call.case };
      await channel.send({ ...message, subject: fill(subject), text: fill(text) }, "fr");
    },
  };
}

async function recipientOf(where: Json | undefined, records: RecordAccess) {
  if (!isObject(where)) return { address: typeof where === "string" ? where.trim() : "", record: {} };
  const record = (await records.get(String(where["type"]), String(where["id"]))) ?? {};
  const address = record[String(where["field"])];
  return { address: typeof address === "string" ? address.trim() : "", record };
}

function filled(template: string, case_: JsonObject, recipient: JsonObject): string {
  return template.replaceAll(/\{(to\.)?(\w+)\}/g, (_, ofRecipient: string | undefined, field: string) => {
    const value = (ofRecipient ? recipient : case_)[field] ?? "";
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  });
}
