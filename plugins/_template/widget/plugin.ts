import { definePlugin } from "../../../server/plugin-api/index.ts";

/** Write here what it is for. */
export const plugin = definePlugin({
  id: "template-widget",
  version: "0.1.0",
  title: { fr: "Template widget", en: "Template widget" },
  description: { fr: "Sur « Ma journée » : mes tâches en retard.", en: "On “My day”: my tasks that are late." },
  api: "^1.1.0",
  widgets: {
    // Drawn by the component of this name in admin.tsx.
    "template-widget": {
      title: { fr: "Template widget", en: "Template widget" },
      // Or beside a record ("record-aside") or a case ("case-aside"), with `types` where it is about some of them.
      slot: "my-day-aside",
      // Administrators see every widget.
      roles: ["advisor"],
    },
  },
});
