import type { DescribedNavigation, OfficeDescription } from "../../../server/http/api-types.ts";
import type { Say } from "../i18n/use-say.ts";

/** One place of the menu. */
export type NavigationItem = DescribedNavigation["items"][number];

/** The menu: the office's own groups, then the administrator's, unless the office has placed those itself. */
export function navigationOf(office: OfficeDescription, say: Say): readonly DescribedNavigation[] {
  const placed = new Set(office.navigation.flatMap((group) => group.items.map((item) => item.path)));
  if (!isOfTheOffice(office)) return withoutMyDay(office.navigation);
  if (!office.user.roles.includes("admin")) return office.navigation;
  const administration = [
    { path: "/studio", title: say("shell.studio"), icon: "AccountTree" },
    { path: "/settings", title: say("shell.settings"), icon: "Settings" },
  ].filter((item) => !placed.has(item.path));
  return administration.length === 0
    ? office.navigation
    : [...office.navigation, { title: say("shell.administration"), items: administration }];
}

/** Whether a day of work awaits this reader here: partners and those who read figures come for one thing alone. */
export function isOfTheOffice({ user, roles }: Pick<OfficeDescription, "user" | "roles">): boolean {
  return user.roles.some((role) => role === "admin" || roles.some(({ id, staff }) => id === role && staff));
}

/** Where whoever is not of the office begins: with cases, or the first place that their menu has. */
export function firstPlace({ navigation, types }: OfficeDescription): NavigationItem | undefined {
  const places = withoutMyDay(navigation).flatMap((group) => group.items);
  const cases = new Set(types.flatMap(({ id, kind }) => (kind === "workflow" ? [id] : [])));
  return places.find(({ type }) => type !== undefined && cases.has(type)) ?? places[0];
}

function withoutMyDay(navigation: readonly DescribedNavigation[]): readonly DescribedNavigation[] {
  return navigation
    .map((group) => ({ ...group, items: group.items.filter(({ path }) => path !== "/") }))
    .filter((group) => group.items.length > 0);
}

/** The four places of a phone's bottom bar: two of the first group, the first of each other, then what comes next. */
export function firstPlaces(groups: readonly DescribedNavigation[]): readonly NavigationItem[] {
  const heads = groups.flatMap((group, at) => group.items.slice(0, at === 0 ? 2 : 1));
  const others = groups.flatMap((group, at) => group.items.slice(at === 0 ? 2 : 1));
  return [...heads, ...others].slice(0, 4);
}

/** Whether the reader is at that place, or inside of it. */
export function isAt(item: NavigationItem, pathname: string): boolean {
  if (item.path === "/") return pathname === "/";
  const inside = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  return inside(item.path) || (item.type !== undefined && (inside(`/${item.type}`) || inside(`/board/${item.type}`)));
}
