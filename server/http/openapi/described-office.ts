import type {
  DescribedMatcher,
  DescribedNavigation,
  DescribedPage,
  DescribedUser,
  DescribedWidget,
  OfficeDescription,
  ServedStage,
  ServedType,
} from "../../domain/office/office-description.ts";
import { closed, day, flag, integer, list, mapOf, nullable, oneOf, optional, servedSchema, text } from "./shape.ts";

const stage = closed<ServedStage>({
  path: text,
  title: text,
  color: optional(text),
  tags: list(text),
  parent: nullable(text),
  order: integer,
  leaf: flag,
  final: flag,
});

const servedType = closed<ServedType>({
  id: text,
  kind: oneOf("record", "workflow"),
  title: text,
  description: optional(text),
  icon: text,
  version: integer,
  schema: servedSchema,
  display: text,
  tellApart: list(text),
  columns: list(text),
  filters: list(text),
  sort: list(text),
  facts: list(text),
  personal: flag,
  tab: nullable(closed<NonNullable<ServedType["tab"]>>({ add: text })),
  erasable: flag,
  may: closed<ServedType["may"]>({ create: flag, update: flag, delete: flag }),
  writable: nullable(list(text)),
  create: optional(closed<NonNullable<ServedType["create"]>>({ title: text, form: optional(servedSchema) })),
  stages: optional(list(stage)),
  board: optional(closed<NonNullable<ServedType["board"]>>({ columns: list(text) })),
  events: optional(mapOf(closed<{ title: string; may: boolean }>({ title: text, may: flag }))),
  searchable: flag,
});

const navigation = closed<DescribedNavigation>({
  title: text,
  items: list(
    closed<DescribedNavigation["items"][number]>({ path: text, title: text, icon: text, type: optional(text) }),
  ),
});

const matcher = closed<DescribedMatcher>({
  id: text,
  title: text,
  for: text,
  candidates: text,
  propose: optional(
    closed<NonNullable<DescribedMatcher["propose"]>>({ type: text, forField: text, candidateField: text }),
  ),
});

/** `GET /api/office`. */
export const describedOffice = closed<OfficeDescription>({
  id: text,
  name: text,
  timeZone: text,
  languages: list(oneOf("fr", "en")),
  today: day,
  user: closed<DescribedUser>({ id: text, name: text, email: text, roles: list(text) }),
  roles: list(closed<OfficeDescription["roles"][number]>({ id: text, title: text, staff: flag })),
  accountFields: list(
    closed<OfficeDescription["accountFields"][number]>({ name: text, roles: list(text), schema: servedSchema }),
  ),
  navigation: list(navigation),
  quickCreate: list(closed<OfficeDescription["quickCreate"][number]>({ type: text, title: text, path: text })),
  types: list(servedType),
  pages: list(closed<DescribedPage>({ plugin: text, id: text, path: text, title: text })),
  widgets: list(
    closed<DescribedWidget>({
      plugin: text,
      id: text,
      slot: oneOf("case-aside", "record-aside", "my-day", "my-day-aside"),
      types: nullable(list(text)),
      title: text,
    }),
  ),
  plugins: list(closed<OfficeDescription["plugins"][number]>({ id: text, script: text })),
  sample: flag,
  reports: oneOf("full", "masked", "none"),
  matchers: list(matcher),
  revision: integer,
});
