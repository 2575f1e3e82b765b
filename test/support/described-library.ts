import type { OfficeRegistry } from "../../server/domain/definitions/office-registry.ts";
import { publishType } from "../../server/domain/definitions/publish-type.ts";
import { describeOffice } from "../../server/domain/office/describe-office.ts";
import type { OfficeExtensions } from "../../server/domain/office/office-extensions.ts";
import { rightsFor } from "../../server/domain/rights/rights-for.ts";
import type { OfficeDefinition } from "../../server/plugin-api/office-definition.ts";
import type { RecordTypeDefinition } from "../../server/plugin-api/record-type-definition.ts";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";

/** An office that the tests describe to its readers. */
export const library: OfficeDefinition = {
  id: "library",
  name: { fr: "Bibliothèque", en: "Library" },
  timeZone: "Europe/Paris",
  languages: ["fr", "en"],
  roles: [
    { id: "librarian", title: { fr: "Bibliothécaire", en: "Librarian" }, staff: true, reports: "full" },
    { id: "desk", title: { fr: "Accueil", en: "Front desk" }, staff: true },
    { id: "trustee", title: "Trustee", reports: "masked" },
  ],
  navigation: [
    {
      title: { fr: "Prêt", en: "Lending" },
      items: [{ type: "loans", icon: "Swap" }, { type: "members" }, { page: "/map" }, { page: "/nowhere" }],
    },
    { title: "Reports", items: [{ page: "/reports", title: { fr: "Rapports", en: "Reports" } }] },
    { title: "Administration", items: [{ page: "/studio", title: "Studio" }] },
  ],
  quickCreate: [{ type: "loans", title: { fr: "Prêt", en: "Loan" } }],
};

const members: RecordTypeDefinition = {
  id: "members",
  title: { fr: "Adhérents", en: "Members" },
  icon: "People",
  display: "{name}",
  personal: true,
  schema: {
    type: "object",
    required: ["name"],
    properties: {
      name: { type: "string", "x-title": { fr: "Nom", en: "Name" }, "x-search": true, "x-index": true },
      town: { enum: ["here", "away"], "x-labels": { here: { fr: "Ici", en: "Here" }, away: "…" } },
      remarks: { type: "string", "x-search": true },
    },
  },
  permissions: {
    read: ["librarian", "desk"],
    create: ["librarian"],
    update: ["librarian", "desk"],
    fields: { remarks: { read: ["librarian"] }, town: { write: ["librarian"] } },
  },
  list: { columns: ["name", "remarks", "gone"], filters: ["town", "remarks"], sort: ["remarks", "ASC"] },
  facts: ["town", "remarks"],
};

const loans: WorkflowDefinition = {
  id: "loans",
  title: { fr: "Prêts", en: "Loans" },
  schema: { type: "object", properties: { memberId: { type: "string", "x-reference": "members" } } },
  create: { title: { fr: "Prêter", en: "Lend" }, form: "lend" },
  forms: {
    lend: { type: "object", properties: { memberId: { type: "string", "x-title": { fr: "Adhérent", en: "Member" } } } },
  },
  machine: {
    initial: "out",
    states: {
      out: {
        meta: { title: { fr: "Prêté", en: "Out" }, color: "blue" },
        on: { RETURN: { target: "back", meta: { title: { fr: "Rendre", en: "Return" } } }, LOSE: "back" },
      },
      back: { type: "final", tags: ["closed"], meta: { title: { fr: "Rendu", en: "Back" } } },
    },
  },
  permissions: { read: ["librarian", "desk"], create: ["desk"], update: ["desk"], events: { LOSE: ["librarian"] } },
};

const fines: WorkflowDefinition = { id: "fines", title: "Fines", machine: { initial: "due", states: { due: {} } } };

const none: OfficeExtensions = { pages: () => [], widgets: () => [], matchers: () => [], scripts: () => [] };

/** Types that a plugin may bring. */
export const shelves: RecordTypeDefinition = {
  id: "shelves",
  title: { fr: "Rayons", en: "Shelves" },
  display: "{name}",
  schema: { type: "object", properties: { name: { type: "string" } } },
};
/** A type with a tab on what it hangs on. */
export const labels: RecordTypeDefinition = { ...shelves, id: "labels", tab: { add: "Label" } };

interface World {
  readonly office?: OfficeDefinition;
  readonly extensions?: OfficeExtensions;
  /** Types that a plugin brings. */
  readonly brought?: readonly RecordTypeDefinition[];
}

function registryOf({ office = library, brought = [] }: World): OfficeRegistry {
  const types = [
    ...[fines, loans, members].map((definition) => publishType(definition, { version: 1, office })),
    ...brought.map((definition) => publishType(definition, { version: 1, office, source: "shelves" })),
  ];
  return {
    office: () => office,
    officeVersion: () => 1,
    revision: () => 7,
    type: (id) => types.find((type) => type.id === id),
    types: () => types,
    workflow: () => Promise.reject(new Error("No machine is needed here")),
    reload: () => Promise.resolve(),
    onChange: () => () => {},
  };
}

/** The office as somebody in that role is told it, in French. */
export function described(role: string, options: World = {}) {
  const registry = registryOf(options);
  const rights = rightsFor(registry)({ id: "u1", name: "Ada", roles: [role], fields: {}, kind: "person" });
  return describeOffice(registry, {
    user: { id: "u1", name: "Ada", email: "ada@example.org", roles: [role] },
    rights,
    language: "fr",
    today: "2026-11-23",
    sample: false,
    extensions: options.extensions ?? none,
  });
}

/** One of its types, as that role is told it. */
export const typeFor = (role: string, id: string) => described(role).types.find((type) => type.id === id);
