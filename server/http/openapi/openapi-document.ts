import type { Caller } from "../../domain/changes/caller.ts";
import type { OfficeRegistry } from "../../domain/definitions/office-registry.ts";
import { serveType } from "../../domain/office/serve-type.ts";
import { inLanguage } from "../../plugin-api/text.ts";
import { sharedComponents, typeComponents } from "./components.ts";
import { keyedPaths } from "./keyed-paths.ts";
import { administrationPaths } from "./paths/administration-paths.ts";
import { definitionPaths } from "./paths/definition-paths.ts";
import { overviewPaths } from "./paths/overview-paths.ts";
import { pluginPaths } from "./paths/plugin-paths.ts";
import { privacyPaths } from "./paths/privacy-paths.ts";
import { reportPaths } from "./paths/report-paths.ts";
import { signInPaths } from "./paths/sign-in-paths.ts";
import { typePaths } from "./paths/type-paths.ts";
import { component } from "./shape.ts";

/** What every office answers, whatever its types are. */
const fixedPaths = {
  ...signInPaths,
  ...overviewPaths,
  ...reportPaths,
  ...administrationPaths,
  ...pluginPaths,
  ...privacyPaths,
  ...definitionPaths,
};

/** The API as OpenAPI 3.1, with the types that the reader may read as they are in force now. */
export function openapiDocument(registry: OfficeRegistry, caller: Caller): object {
  const { rights, language } = caller;
  const types = registry
    .types()
    .filter((type) => rights.may("read", type.id))
    .map((type) => serveType(type, { registry, rights, language }));
  return {
    openapi: "3.1.0",
    info: {
      title: inLanguage(registry.office().name, language),
      version: String(registry.revision()),
      description:
        "Errors are RFC 9457 problems with a stable `code`, in the language of `Accept-Language`, or of `language=en` in the address.",
    },
    servers: [{ url: "/api" }],
    security: [{ session: [] }, { token: [] }],
    paths: keyedPaths(Object.assign({}, fixedPaths, ...types.map(typePaths))),
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "passerelle" },
        token: { type: "http", scheme: "bearer" },
      },
      responses: {
        Problem: {
          description: "A refusal",
          content: { "application/problem+json": { schema: component("Problem") } },
        },
      },
      schemas: Object.assign({}, sharedComponents, ...types.map(typeComponents)),
    },
  };
}
