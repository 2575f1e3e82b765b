import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { fold } from "../../../server/engine/schema/fold.ts";
import type { OfficeDescription, SearchHit, ServedType } from "../../../server/http/api-types.ts";
import { callApi } from "../api/api-client.ts";
import { type Say, useSay } from "../i18n/use-say.ts";
import { useOffice } from "../office/use-office.ts";
import { nearText } from "../parts/near-text.ts";
import { useDebounced } from "../parts/use-debounced.ts";
import { navigationOf } from "./navigation.ts";

/** Something that the search leads to: a record, or a place of the menu. */
export interface Hit {
  readonly path: string;
  readonly title: string;
  readonly group: string;
  readonly icon: string;
  readonly type?: ServedType | undefined;
  readonly stage?: string | undefined;
  /** What tells it apart from another of its name, by field. */
  readonly apart?: SearchHit["apart"];
}

/** What a text has led to so far. */
export interface Hits {
  readonly hits: readonly Hit[];
  /** The text that was asked for, once typing has paused. */
  readonly asked: string;
  readonly searching: boolean;
  /** The hits are those of what is typed now, not yet of what was typed before. */
  readonly settled: boolean;
  readonly error: unknown;
}

/** What the typed text leads to: places at once, records from two letters on, those that begin like it where there are no others. */
export function useHits(text: string): Hits {
  const say = useSay();
  const office = useOffice();
  const asked = useDebounced(text.trim(), 150);
  const enabled = asked.length > 1;
  const { data, error, isFetching, isLoading, isPlaceholderData } = useQuery({
    queryKey: ["search", asked],
    queryFn: async ({ signal }): Promise<Found> => {
      const exact = await search(asked, signal);
      const near = exact.length > 0 ? null : nearText(asked);
      return near === null ? { found: exact, isNear: false } : { found: await search(near, signal), isNear: true };
    },
    enabled,
    placeholderData: keepPreviousData,
  });
  const { found, isNear } = (enabled && data) || { found: [], isNear: false };
  const records = byPlace(found, office)
    .map((one) => hitOf(one, office))
    .map((hit) => (isNear ? { ...hit, group: say("shell.nearest", { group: hit.group }) } : hit));
  return {
    hits: [...begunWith(text, office, say), ...placesFor(text, office, say), ...records],
    asked,
    searching: isFetching,
    settled: asked === text.trim() && !(enabled && (isLoading || isPlaceholderData)),
    error,
  };
}

interface Found {
  readonly found: readonly SearchHit[];
  /** Nothing bears those words: these begin like them. */
  readonly isNear: boolean;
}

async function search(text: string, signal: AbortSignal): Promise<readonly SearchHit[]> {
  return (await callApi<readonly SearchHit[]>(`/api/search?q=${encodeURIComponent(text)}`, { signal })).body;
}

function hitOf(found: SearchHit, office: OfficeDescription): Hit {
  const type = office.types.find((candidate) => candidate.id === found.type);
  return {
    path: `/${found.type}/${found.id}`,
    title: found.displayName,
    group: type?.title ?? found.type,
    icon: type?.icon ?? "Folder",
    type,
    stage: found.stage,
    ...(found.apart ? { apart: found.apart } : {}),
  };
}

/** Types in the order of the menu, those that have no place in it last. */
function byPlace(found: readonly SearchHit[], office: OfficeDescription): readonly SearchHit[] {
  const order = office.navigation.flatMap((group) => group.items.flatMap((item) => item.type ?? []));
  const place = ({ type }: SearchHit) => (order.includes(type) ? order.indexOf(type) : order.length);
  return [...found].sort((one, other) => place(one) - place(other) || one.type.localeCompare(other.type));
}

/** What can be begun, by its name or all of it by the word of the button. */
function begunWith(text: string, office: OfficeDescription, say: Say): readonly Hit[] {
  const wanted = fold(text.trim());
  if (wanted.length < 2) return [];
  const group = say("shell.create");
  return office.quickCreate
    .filter(({ title }) => fold(`${group} ${title}`).includes(wanted))
    .map(({ type, title, path }) => ({ path, title, group, icon: iconOf(type, office) }));
}

function iconOf(type: string, office: OfficeDescription): string {
  return office.types.find(({ id }) => id === type)?.icon ?? "Add";
}

function placesFor(text: string, office: OfficeDescription, say: Say): readonly Hit[] {
  const wanted = fold(text.trim());
  if (wanted.length < 2) return [];
  return navigationOf(office, say)
    .flatMap((group) => group.items)
    .filter((item) => fold(item.title).includes(wanted))
    .map((item) => ({ path: item.path, title: item.title, icon: item.icon, group: say("shell.places") }));
}
