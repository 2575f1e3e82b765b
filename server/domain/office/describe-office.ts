import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";
import { inLanguage, type Language } from "../../plugin-api/text.ts";
import type { OfficeRegistry } from "../definitions/office-registry.ts";
import type { Rights } from "../rights/rights.ts";
import { describeAccountFields } from "./describe-account-fields.ts";
import { describeExtensions } from "./describe-extensions.ts";
import { describeNavigation } from "./describe-navigation.ts";
import type { DescribedUser, OfficeDescription } from "./office-description.ts";
import type { OfficeExtensions } from "./office-extensions.ts";
import { serveType } from "./serve-type.ts";

/** Who the office is described to, and what there is beside its definitions. */
export interface OfficeReader {
  readonly user: DescribedUser;
  readonly rights: Rights;
  readonly language: Language;
  /** Local day of the office, ISO. */
  readonly today: string;
  /** The sample town is loaded. */
  readonly sample: boolean;
  readonly extensions: OfficeExtensions;
}

/** Everything that the back office draws itself from, as far as this reader may know it. */
export function describeOffice(registry: OfficeRegistry, reader: OfficeReader): OfficeDescription {
  const { user, rights, language, today, sample } = reader;
  const office = registry.office();
  const types = registry.types().filter((type) => rights.may("read", type.id));
  const extensions = describeExtensions(reader);
  return {
    id: office.id,
    name: inLanguage(office.name, language),
    timeZone: office.timeZone,
    languages: office.languages,
    today,
    user,
    roles: office.roles.map(({ id, title, staff = false }) => ({ id, title: inLanguage(title, language), staff })),
    accountFields: rights.principal.roles.includes("admin") ? describeAccountFields(registry.types(), language) : [],
    navigation: describeNavigation({ office, types, reader, pages: extensions.pages }),
    quickCreate: quickCreateOf(office, reader, extensions.pages),
    types: types.map((type) => serveType(type, { registry, rights, language })),
    ...extensions,
    sample,
    reports: rights.reports,
    revision: registry.revision(),
  };
}

function quickCreateOf(
  office: OfficeDefinition,
  { rights, language }: OfficeReader,
  pages: OfficeDescription["pages"],
): OfficeDescription["quickCreate"] {
  const isOpen = (page: string) => pages.some(({ path }) => path === page.split("?")[0]);
  return (office.quickCreate ?? [])
    .filter(({ type }) => rights.may("create", type))
    .map(({ type, title, page }) => {
      const path = page !== undefined && isOpen(page) ? page : `/${type}/create`;
      return { type, title: inLanguage(title, language), path };
    });
}
