import Autocomplete from "@mui/material/Autocomplete";
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
  const served = useType(props.type);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const asked = useDebounced(text.trim(), 200);
  const known = useGetMany(props.type, { ids: [...props.ids] }, { enabled: props.ids.length > 0 });
  const chosen = props.ids.map((id) =>
    picked(
      known.data?.find((record) => record?.id === id),
      id,
    ),
  );
  const naming = chosen.some(({ name }) => name === asked);
  const found = useGetList(
    props.type,
    {
      filter: asked && !naming && served?.searchable !== false ? { q: asked } : {},
      pagination: { page: 1, perPage: 20 },
      sort: { field: served?.sort[0] ?? "id", order: served?.sort[1] ?? "ASC" },
    },
    { enabled: open },
  );
  const options = [
    ...bestFirst(
      (found.data ?? []).map((record) => picked(record, String(record.id))),
      asked,
    ),
  ];
  const shared = {
    id: props.id,
    options,
    loading: found.isFetching,
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
    renderInput: (params: object) => (
      <TextField
        {...params}
        label={props.label}
        helperText={props.under}
        error={props.wrong ?? false}
        placeholder={say("form.findRecord")}
      />
    ),
  };
  return props.many ? (
    <Autocomplete<Picked, true>
      {...shared}
      multiple
      filterSelectedOptions
      value={chosen}
      onChange={(_, all) => props.onChange(all.map(({ id }) => id))}
    />
  ) : (
    <Autocomplete<Picked>
      {...shared}
      value={chosen[0] ?? null}
      onChange={(_, one) => props.onChange(one ? [one.id] : [])}
    />
  );
}

function picked(record: RaRecord | undefined, id: string): Picked {
  const name: unknown = record?.["displayName"];
  return { id, name: typeof name === "string" && name !== "" ? name : "…" };
}
