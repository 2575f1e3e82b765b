import Autocomplete, { type AutocompleteRenderInputParams } from "@mui/material/Autocomplete";
import Box from "@mui/material/Box";
import { type HTMLAttributes, type Key, type ReactNode, useState } from "react";
import { type RaRecord, useGetList, useGetMany } from "react-admin";
import type { ServedType } from "../../../server/http/api-types.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { useType } from "../../app/office/use-office.ts";
import { useDebounced } from "../../app/parts/use-debounced.ts";
import { ApartLine } from "../apart-line.tsx";
import { bestFirst } from "../best-first.ts";
import { PickerField } from "./picker-field.tsx";

interface RecordPickerProps {
  readonly id: string;
  readonly type: string;
  readonly label: ReactNode;
  readonly ids: readonly string[];
  readonly many?: boolean;
  readonly onChange: (ids: readonly string[]) => void;
  readonly onBlur?: () => void;
  readonly under?: ReactNode;
  readonly wrong?: boolean;
  readonly disabled?: boolean;
  readonly required?: boolean;
}

interface Picked {
  readonly id: string;
  readonly name: string;
  /** Undefined until it is known. */
  readonly record: RaRecord | undefined;
}

/** Finds records of a type by their words, and keeps the ids of those that are chosen. */
export function RecordPicker(props: RecordPickerProps) {
  const say = useSay();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const served = useType(props.type);
  const { chosen, pending } = useChosen(props);
  const { options, searching } = useFound(props.type, { text, open });
  const shared = {
    id: props.id,
    options: [...options],
    loading: searching,
    loadingText: say("shell.loading"),
    noOptionsText: say("form.noRecord"),
    filterOptions: (all: Picked[]) => all,
    getOptionLabel: (one: Picked) => one.name,
    getOptionKey: (one: Picked) => one.id,
    isOptionEqualToValue: (one: Picked, other: Picked) => one.id === other.id,
    onInputChange: (_: unknown, value: string, reason: string) => setText(reason === "reset" ? "" : value),
    onOpen: () => setOpen(true),
    onClose: () => setOpen(false),
    onBlur: () => props.onBlur?.(),
    disabled: props.disabled ?? false,
    renderOption: ({ key, ...option }: HTMLAttributes<HTMLLIElement> & { readonly key: Key }, one: Picked) => (
      <Box component="li" key={key} {...option}>
        <Box>
          {one.name}
          {served && one.record ? <ApartLine type={served} record={one.record} /> : null}
        </Box>
      </Box>
    ),
    renderInput: (params: AutocompleteRenderInputParams) => (
      <PickerField
        params={params}
        field={{ ...props, under: <Under of={props.many ? undefined : chosen[0]} type={served} text={props.under} /> }}
        required={props.required ?? false}
        placeholder={say(pending ? "shell.loading" : "form.findRecord")}
      />
    ),
  };
  const pick = (all: readonly Picked[]) => props.onChange(all.map(({ id }) => id));
  return props.many ? (
    <Autocomplete<Picked, true>
      {...shared}
      multiple
      filterSelectedOptions
      value={[...chosen]}
      onChange={(_, all) => pick(all)}
    />
  ) : (
    <Autocomplete<Picked> {...shared} value={chosen[0] ?? null} onChange={(_, one) => pick(one ? [one] : [])} />
  );
}

interface UnderProps {
  readonly of: Picked | undefined;
  readonly type: ServedType | undefined;
  readonly text: ReactNode;
}

/** Which of those of its name was chosen, then what the field says of itself. */
function Under({ of, type, text }: UnderProps) {
  return (
    <>
      {of?.record && type ? <ApartLine type={type} record={of.record} /> : null}
      {text}
    </>
  );
}

/** The chosen records by name. */
function useChosen({ type, ids }: RecordPickerProps) {
  const say = useSay();
  const { data, isLoading } = useGetMany(type, { ids: [...ids] }, { enabled: ids.length > 0 });
  const chosen = ids.map((id) => {
    const record: RaRecord | undefined = data?.find((candidate) => candidate?.id === id);
    const one = picked(record, id);
    return record || isLoading ? one : { ...one, name: say("record.outOfSight") };
  });
  return { chosen, pending: isLoading };
}

/** What the typed text finds; the first of the type while nothing is typed. */
function useFound(type: string, { text, open }: { readonly text: string; readonly open: boolean }) {
  const served = useType(type);
  const asked = useDebounced(text.trim(), 200);
  const { data, isFetching } = useGetList(
    type,
    {
      filter: asked && served?.searchable !== false ? { q: asked } : {},
      pagination: { page: 1, perPage: 20 },
      sort: { field: served?.sort[0] ?? "id", order: served?.sort[1] ?? "ASC" },
    },
    { enabled: open },
  );
  const found = (data ?? []).map((record) => picked(record, String(record.id)));
  return { options: bestFirst(found, asked), searching: isFetching };
}

function picked(record: RaRecord | undefined, id: string): Picked {
  const name: unknown = record?.["displayName"];
  return { id, name: typeof name === "string" ? name : "", record };
}
