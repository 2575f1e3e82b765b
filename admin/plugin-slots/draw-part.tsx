import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { I18nContext } from "react-admin";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router";
import type { OfficeDescription } from "../../server/http/api-types.ts";
import type { Language } from "../../server/plugin-api/text.ts";
import { OfficeContext } from "../app/office/office-context.ts";

/** What a page or a widget of a plugin is drawn from in its test. */
export interface DrawnFrom<Props> {
  readonly props: Props;
  /** What the office answers at each path, without its query, that the part reads with `useApi`; else the part still waits. */
  readonly answers?: { readonly [path: string]: unknown };
  readonly language?: Language;
  /** What the test is about of the office: its types, its menu, who reads. */
  readonly office?: Partial<OfficeDescription>;
}

/**
 * The text that a page or a widget shows at first sight, without a browser or an office. Throws what the part throws.
 *
 * @example drawPart(pages["queue"], { props: { params: {} }, answers: { "/api/loans": [] } })
 */
export function drawPart<Props extends object>(Part: ComponentType<Props> | undefined, from: DrawnFrom<Props>): string {
  if (Part === undefined) throw new Error("admin.tsx does not export this part");
  const { props, answers = {}, language = "fr", office = {} } = from;
  const queries = new QueryClient({
    defaultOptions: {
      queries: { queryKeyHashFn: ([_about, _api, path]) => String(path).split("?")[0] ?? "", staleTime: "static" },
    },
  });
  for (const [path, body] of Object.entries(answers)) queries.setQueryData(["", "api", path], body);
  const i18nProvider = {
    translate: (key: string) => key,
    changeLocale: async () => undefined,
    getLocale: () => language,
  };
  const markup = renderToStaticMarkup(
    <MemoryRouter>
      <QueryClientProvider client={queries}>
        <I18nContext value={i18nProvider}>
          <OfficeContext.Provider value={{ ...emptyOffice, ...office }}>
            <Part {...props} />
          </OfficeContext.Provider>
        </I18nContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );
  return textOf(markup);
}

const emptyOffice: OfficeDescription = {
  id: "office",
  name: "Office",
  timeZone: "Europe/Paris",
  languages: ["fr", "en"],
  today: "2026-03-31",
  user: { id: "u1", name: "Ada Marsh", email: "ada@office.test", roles: ["admin"] },
  roles: [],
  accountFields: [],
  navigation: [],
  quickCreate: [],
  types: [],
  pages: [],
  widgets: [],
  plugins: [],
  sample: false,
  reports: "full",
  matchers: [],
  revision: 1,
};

const textOf = (markup: string) =>
  markup
    .replaceAll(/<style[^>]*>.*?<\/style>/gs, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ")
    .trim();
