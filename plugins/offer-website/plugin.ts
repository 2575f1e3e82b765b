import { type ActionContext, definePlugin, type JsonObject, type Static, Type } from "../../server/plugin-api/index.ts";

const config = Type.Object({
  url: Type.String({
    pattern: "^https://|^http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/|$)",
    "x-title": { fr: "Adresse des offres sur le site", en: "Address of the offers on the website" },
    "x-help": { fr: "Chaque offre y a sa page : adresse/identifiant", en: "Each offer has its page there: address/id" },
  }),
  token: Type.String({ "x-secret": true, "x-title": { fr: "Clé d’accès", en: "Access key" } }),
});
type Config = Static<typeof config>;

const fields = Type.Object({
  fields: Type.Array(Type.String(), { "x-title": { fr: "Champs publiés", en: "Fields shown" } }),
});

/** Puts the offers of the office on the town's own website, and takes them off again. */
export const plugin = definePlugin({
  id: "offer-website",
  version: "1.0.0",
  title: { fr: "Offres sur le site de la ville", en: "Offers on the town’s website" },
  description: {
    fr: "Publie une offre sur le site de la ville quand elle est diffusée, et l’en retire quand elle est pourvue.",
    en: "Puts an offer on the town’s website when it is published, and takes it off when it is filled.",
  },
  api: "^1.4.0",
  config,
  actions: {
    "publish-offer": {
      title: { fr: "Publier sur le site", en: "Put on the website" },
      params: fields,
      async run(params, context) {
        const { fields: names } = params as Static<typeof fields>;
        // Only what the definition names leaves the office.
        const shown = Object.fromEntries(names.map((name) => [name, context.case[name] ?? null]));
        await tell(context, "PUT", shown);
      },
    },
    "withdraw-offer": {
      title: { fr: "Retirer du site", en: "Take off the website" },
      async run(_params, context) {
        await tell(context, "DELETE");
      },
    },
  },
});

/** Both can come twice: the page of an offer is put where it is, and one that is gone is gone. */
async function tell(context: ActionContext<Config>, method: "PUT" | "DELETE", body?: JsonObject): Promise<void> {
  const { config: settings, signal, key } = context;
  const page = `${settings.url.replace(/\/$/, "")}/${encodeURIComponent(String(context.case["id"]))}`;
  const answer = await fetch(page, {
    method,
    headers: {
      Authorization: `Bearer ${settings.token}`,
      "Idempotency-Key": key,
      ...(body && { "Content-Type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal,
    redirect: "error",
  });
  await answer.body?.cancel();
  const isGone = method === "DELETE" && (answer.status === 404 || answer.status === 410);
  if (!answer.ok && !isGone) throw new Error(`${new URL(page).host} answered ${answer.status}`);
}
