import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.unstubAllGlobals());

const plain = (text: string) => text.replace(/\s/g, " ");

test("a count of more than a thousand was told without its groups of digits", async () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal("document", { documentElement: { lang: "fr" } });
  const { makeI18nProvider } = await import("./i18n-provider.ts");
  const provider = makeI18nProvider();
  const told = (smart_count: number) => plain(provider.translate("list.countFiltered", { smart_count }));
  expect([0, 1, 2, 1250].map(told)).toEqual([
    "0 fiche trouvée",
    "1 fiche trouvée",
    "2 fiches trouvées",
    "1 250 fiches trouvées",
  ]);
  await provider.changeLocale("en");
  expect([0, 1, 1250].map(told)).toEqual(["0 records found", "1 record found", "1,250 records found"]);
});
