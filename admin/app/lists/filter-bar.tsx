import CloseIcon from "@mui/icons-material/Close";
import FilterIcon from "@mui/icons-material/FilterListOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import ButtonBase from "@mui/material/ButtonBase";
import IconButton from "@mui/material/IconButton";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Popover from "@mui/material/Popover";
import { useState } from "react";
import { useListContext } from "react-admin";
import type { ServedType } from "../../../server/http/api-types.ts";
import { fieldOf } from "../../schema-ui/system-fields.ts";
import { useLanguage, useSay } from "../i18n/use-say.ts";
import { FilterEditor } from "./filter-editor.tsx";
import { useTellFilterValue } from "./filter-value-text.ts";
import {
  type Filters,
  fieldName,
  filtersInForce,
  filterText,
  type ListFilter,
  useListFilters,
  withField,
  withoutField,
} from "./list-filters.ts";

interface Editing {
  readonly filter: ListFilter;
  /** What the editor hangs from. */
  readonly anchor: HTMLElement;
}

/** What the list is filtered by, as chips that can be changed and taken away, and the way to another filter. */
export function FilterBar({ type }: { readonly type: ServedType }) {
  const say = useSay();
  const language = useLanguage();
  const { filterValues, setFilters } = useListContext();
  const possible = useListFilters(type);
  const [editing, setEditing] = useState<Editing | null>(null);
  const filters: Filters = filterValues ?? {};
  const inForce = filtersInForce(filters);
  const put = (next: Filters) => setFilters({ ...next }, undefined, false);
  const edit = (filter: ListFilter, anchor: HTMLElement) => setEditing({ filter, anchor });
  return (
    <>
      {possible.length > 0 ? <FilterMenu filters={possible} onChoose={edit} /> : null}
      {inForce.map((name) => {
        const plan = fieldOf(type, name, { say, language });
        const remove = () => put(withoutField(filters, name));
        if (!plan)
          return <Chip key={name} text={say("list.selection")} label={say("list.selection")} onRemove={remove} />;
        const filter = { name, plan };
        return (
          <FilterChip
            key={name}
            filter={filter}
            filters={filters}
            onEdit={(anchor) => edit(filter, anchor)}
            onRemove={remove}
          />
        );
      })}
      {inForce.length > 1 ? (
        <Button onClick={() => put("q" in filters ? { q: filters["q"] } : {})}>{say("list.clearFilters")}</Button>
      ) : null}
      <EditorPopover
        editing={editing}
        filters={filters}
        onApply={(next) => {
          put(next);
          setEditing(null);
        }}
        onClose={() => setEditing(null)}
      />
    </>
  );
}

interface FilterMenuProps {
  readonly filters: readonly ListFilter[];
  readonly onChoose: (filter: ListFilter, anchor: HTMLElement) => void;
}

function FilterMenu({ filters, onChoose }: FilterMenuProps) {
  const say = useSay();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (filter: ListFilter) => {
    if (anchor) onChoose(filter, anchor);
    setAnchor(null);
  };
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<FilterIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {say("list.filter")}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {filters.map((filter) => (
          <MenuItem key={filter.name} onClick={() => choose(filter)}>
            {filter.plan.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

interface EditorPopoverProps {
  readonly editing: Editing | null;
  readonly filters: Filters;
  readonly onApply: (filters: Filters) => void;
  readonly onClose: () => void;
}

function EditorPopover({ editing, filters, onApply, onClose }: EditorPopoverProps) {
  const own = Object.entries(filters).filter(([key]) => fieldName(key) === editing?.filter.name);
  return (
    <Popover
      open={editing !== null}
      anchorEl={editing?.anchor ?? null}
      onClose={onClose}
      anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
      slotProps={{ paper: { role: "dialog", "aria-label": editing?.filter.plan.label ?? "" } }}
    >
      {editing ? (
        <FilterEditor
          filter={editing.filter}
          own={Object.fromEntries(own)}
          onApply={(changed) => onApply(withField(filters, editing.filter.name, changed))}
        />
      ) : null}
    </Popover>
  );
}

interface FilterChipProps {
  readonly filter: ListFilter;
  readonly filters: Filters;
  readonly onEdit: (anchor: HTMLElement) => void;
  readonly onRemove: () => void;
}

function FilterChip({ filter, filters, onEdit, onRemove }: FilterChipProps) {
  const say = useSay();
  const values = Object.entries(filters)
    .filter(([key]) => fieldName(key) === filter.name)
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]));
  const tell = useTellFilterValue(filter.plan, values);
  const { label } = filter.plan;
  return (
    <Chip
      text={`${label}${say("form.colon")}${filterText(filters, filter.name, { say, tell })}`}
      label={label}
      onEdit={onEdit}
      onRemove={onRemove}
    />
  );
}

interface ChipProps {
  readonly text: string;
  readonly label: string;
  readonly onEdit?: (anchor: HTMLElement) => void;
  readonly onRemove: () => void;
}

function Chip({ text, label, onEdit, onRemove }: ChipProps) {
  const say = useSay();
  return (
    <Box
      sx={{
        display: "inline-flex",
        alignItems: "center",
        height: 36,
        maxWidth: 420,
        borderRadius: 1,
        backgroundColor: "primary.light",
        color: "primary.dark",
      }}
    >
      <ButtonBase
        disabled={!onEdit}
        onClick={(event) => onEdit?.(event.currentTarget)}
        sx={{
          px: 1.25,
          height: "100%",
          minWidth: 0,
          fontWeight: 550,
          "& span": { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
        }}
      >
        <span>{text}</span>
      </ButtonBase>
      <IconButton
        size="small"
        color="inherit"
        aria-label={say("list.removeFilter", { name: label })}
        onClick={onRemove}
        sx={{ mr: 0.5 }}
      >
        <CloseIcon fontSize="inherit" />
      </IconButton>
    </Box>
  );
}
