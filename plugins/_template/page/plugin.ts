import { definePlugin } from "../../../server/plugin-api/index.ts";

/** Write here what it is for. */
export const plugin = definePlugin({
  id: "template-page",
  version: "0.1.0",
  title: { fr: "Template page", en: "Template page" },
  description: {
    fr: "Une page : les tâches à faire, les plus pressées d’abord.",
    en: "A page: open tasks, by due day.",
  },
  api: "^1.1.0",
  pages: {
    // Drawn by the component of this name in admin.tsx. The menu shows it under “Autres”, or where the office names its path.
    "template-page": {
      title: { fr: "Template page", en: "Template page" },
      path: "/template-page",
      // Administrators may open every page.
      roles: ["advisor"],
    },
  },
});
