import { inLanguage } from "../../plugin-api/text.ts";
import type { OfficeReader } from "./describe-office.ts";
import type { DescribedMatcher, OfficeDescription } from "./office-description.ts";

/** The part of the description that plugins fill. */
export type DescribedExtensions = Pick<OfficeDescription, "pages" | "widgets" | "matchers" | "plugins">;

/** What plugins add, as far as the reader may use it; scripts only of plugins that have something to show them. */
export function describeExtensions(reader: OfficeReader): DescribedExtensions {
  const { extensions, language } = reader;
  const pages = extensions
    .pages()
    .filter((page) => isFor(reader, page.roles))
    .map(({ plugin, id, path, title }) => ({ plugin, id, path, title: inLanguage(title, language) }));
  const widgets = extensions
    .widgets()
    .filter((widget) => isFor(reader, widget.roles))
    .map(({ plugin, id, slot, types, title }) => ({
      plugin,
      id,
      slot,
      types: types ?? null,
      title: inLanguage(title, language),
    }));
  const shown = new Set([...pages, ...widgets].map((each) => each.plugin));
  const plugins = extensions
    .scripts()
    .filter(({ id }) => shown.has(id))
    .map(({ id, build }) => ({ id, script: `/plugins/${id}/admin.js?build=${build}` }));
  return { pages, widgets, plugins, matchers: describeMatchers(reader) };
}

function describeMatchers({ extensions, rights, language }: OfficeReader): readonly DescribedMatcher[] {
  return extensions
    .matchers()
    .filter((matcher) => rights.may("read", matcher.for) && rights.may("read", matcher.candidates))
    .map(({ id, title, for: from, candidates, propose }) => ({
      id,
      title: inLanguage(title, language),
      for: from,
      candidates,
      ...(propose !== undefined && rights.may("create", propose.type) ? { propose } : {}),
    }));
}

function isFor({ rights }: OfficeReader, roles: readonly string[]): boolean {
  return rights.principal.roles.some((role) => role === "admin" || roles.includes(role));
}
