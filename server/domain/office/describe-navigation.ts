import type { NavigationGroup, OfficeDefinition } from "../../plugin-api/office-definition.ts";
import { inLanguage } from "../../plugin-api/text.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import type { OfficeReader } from "./describe-office.ts";
import type { DescribedNavigation, DescribedPage } from "./office-description.ts";

interface NavigationInput {
  readonly office: Pick<OfficeDefinition, "navigation">;
  /** Those that the reader may read. */
  readonly types: readonly PublishedType[];
  /** Those of plugins that the reader may open. */
  readonly pages: readonly DescribedPage[];
  readonly reader: OfficeReader;
}

type Item = DescribedNavigation["items"][number];

/**
 * The menu, without what the reader may not open. A workflow that no item names, such as one that was published a
 * moment ago, stands in a group of its own at the end, and so do the pages and record types of a plugin that was just
 * switched on. Record types of the office itself stand where it placed them: some are found from other records alone.
 */
export function describeNavigation(input: NavigationInput): readonly DescribedNavigation[] {
  const groups = input.office.navigation ?? usualNavigation(input.types);
  const named = new Set(groups.flatMap((group) => group.items.flatMap(({ type, page }) => [type, page])));
  const types = input.types.filter((type) => !named.has(type.id) && (type.kind === "workflow" || isBrought(type)));
  // A path with parameters leads nowhere without them.
  const pages = input.pages.filter(({ path }) => !path.includes(":") && !named.has(path));
  const rest: NavigationGroup = {
    title: { fr: "Autres", en: "Others" },
    items: [...types.map(({ id }) => ({ type: id })), ...pages.map(({ path }) => ({ page: path }))],
  };
  return [...groups, rest]
    .map((group) => ({
      title: inLanguage(group.title, input.reader.language),
      items: group.items.flatMap((item) => describeItem(item, input)),
    }))
    .filter((group) => group.items.length > 0);
}

/** By a plugin, with no other place: those with a tab stand on the pages of what they hang on. */
function isBrought({ source, definition }: PublishedType): boolean {
  return source !== undefined && !("tab" in definition);
}

function describeItem(item: NavigationGroup["items"][number], input: NavigationInput): readonly Item[] {
  const { language } = input.reader;
  const { page } = item;
  const type = input.types.find((each) => each.id === item.type);
  if (page !== undefined && mayOpen(page, input)) {
    const contributed = input.pages.find((each) => each.path === page)?.title;
    const title = item.title === undefined ? (contributed ?? page) : inLanguage(item.title, language);
    return [{ path: page, title, icon: item.icon ?? "", ...(type && { type: type.id }) }];
  }
  if (type === undefined) return [];
  const title = inLanguage(item.title ?? type.definition.title, language);
  return [{ path: `/${type.id}`, title, icon: item.icon ?? type.definition.icon ?? "", type: type.id }];
}

function mayOpen(page: string, { reader, pages }: NavigationInput): boolean {
  const isAdministrator = reader.rights.principal.roles.includes("admin");
  if (page === "/") return true;
  if (page === "/reports") return reader.rights.reports !== "none";
  if (page === "/studio" || page.startsWith("/settings")) return isAdministrator;
  return pages.some((each) => each.path === page);
}

/** The menu of an office that has not thought of one. */
function usualNavigation(types: readonly PublishedType[]): readonly NavigationGroup[] {
  const items = (kind: PublishedType["kind"]) =>
    types.filter((type) => type.kind === kind).map((type) => ({ type: type.id }));
  return [
    {
      title: { fr: "Aujourd’hui", en: "Today" },
      items: [{ page: "/", title: { fr: "Ma journée", en: "My day" }, icon: "Today" }],
    },
    { title: { fr: "Dossiers", en: "Cases" }, items: items("workflow") },
    { title: { fr: "Fiches", en: "Records" }, items: items("record") },
    {
      title: { fr: "Administration", en: "Administration" },
      items: [
        { page: "/reports", title: { fr: "Rapports", en: "Reports" }, icon: "BarChart" },
        { page: "/studio", title: { fr: "Studio", en: "Studio" }, icon: "AccountTree" },
        { page: "/settings", title: { fr: "Paramètres", en: "Settings" }, icon: "Settings" },
      ],
    },
  ];
}
