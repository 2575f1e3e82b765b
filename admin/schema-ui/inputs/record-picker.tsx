import Autocomplete, { type AutocompleteRenderInputParams } from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import { type ReactNode, useState } from "react";
import { type RaRecord, useGetList, useGetMany } from "react-admin";
import { useSay } from "../../app/i18n/use-say.ts";
import { useType } from "../../app/office/use-office.ts";
import { useDebounced } from "../../app/parts/use-debounced.ts";
import { bestFirst } from "../best-first.ts";

export interface RecordPickerProps {
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
}

interface Picked {
  readonly id: string;
  readonly name: string;
}

/** Finds records of a type by their words, and keeps the ids of those that are chosen. */
export function RecordPicker(props: RecordPickerProps) {
  const say = useSay();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const chosen = useChosen(props);
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
    renderInput: (params: AutocompleteRenderInputParams) => (
      <TextField
        {...params}
        label={props.label}
        helperText={props.under}
        error={props.wrong ?? false}
        placeholder={say("form.findRecord")}
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

/** The chosen records by name. */
function useChosen({ type, ids }: RecordPickerProps): readonly Picked[] {
  const { data } = useGetMany(type, { ids: [...ids] }, { enabled: ids.length > 0 });
  return ids.map((id) => {
    const record: RaRecord | undefined = data?.find((candidate) => candidate?.id === id);
    return picked(record, id);
  });
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
  return { id, name: typeof name === "string" && name !== "" ? name : "…" };
}
