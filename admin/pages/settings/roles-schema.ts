import type { OfficeDescription } from "../../../server/http/api-types.ts";
import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";
import type { Say } from "../../app/i18n/use-say.ts";

/** The choice of one or more roles of the office. */
export function rolesSchema(roles: OfficeDescription["roles"], say: Say): DataSchema {
  return {
    type: "array",
    minItems: 1,
    uniqueItems: true,
    title: say("settings.roles"),
    "x-widget": "checkboxes",
    items: {
      type: "string",
      enum: roles.map(({ id }) => id),
      "x-labels": Object.fromEntries(roles.map(({ id, title }) => [id, title])),
    },
  };
}
