import { serveSchema } from "../../engine/schema/serve-schema.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import { inLanguage, type Language } from "../../plugin-api/text.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import type { AccountField } from "./office-description.ts";

const account = "$user.";

/**
 * What accounts have to say about their person because a scope compares with it (`$user.partnerId`): which of the
 * partners a partner's account is of. Of several scopes that name the same, the first with a reference tells what it is.
 */
export function describeAccountFields(types: readonly PublishedType[], language: Language): readonly AccountField[] {
  const fields = new Map<string, AccountField>();
  for (const type of types) {
    for (const [role, { where = {} }] of Object.entries(type.permissions.scope ?? {})) {
      for (const [field, compared] of Object.entries(where)) {
        if (!compared.startsWith(account) || compared === `${account}id`) continue;
        const name = compared.slice(account.length);
        const known = fields.get(name);
        const schema = known?.schema["x-reference"] ? known.schema : schemaOf(type, field, language);
        fields.set(name, { name, schema, roles: [...new Set([...(known?.roles ?? []), role])] });
      }
    }
  }
  return [...fields.values()];
}

function schemaOf(type: PublishedType, field: string, language: Language): DataSchema {
  if (field === "id") {
    return { type: "string", title: inLanguage(type.definition.title, language), "x-reference": type.id };
  }
  const schema = type.schema.properties?.[field] ?? { type: "string" };
  const served = serveSchema({ type: "object", properties: { [field]: schema } }, { language });
  return served.properties?.[field] ?? { type: "string" };
}
