import CloseIcon from "@mui/icons-material/Close";
import FilterIcon from "@mui/icons-material/FilterListOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import ButtonBase from "@mui/material/ButtonBase";
import IconButton from "@mui/material/IconButton";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Popover from "@mui/material/Popover";
import { useRef, useState } from "react";
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

/** What the list is filtered by, as chips that can be changed and taken away, and the way to another filter. */
export function FilterBar({ type }: { readonly type: ServedType }) {
  const say = useSay();
  const language = useLanguage();
  const { filterValues, setFilters } = useListContext();
  const possible = useListFilters(type);
  const button = useRef<HTMLButtonElement>(null);
  const [choosing, setChoosing] = useState(false);
  const [editing, setEditing] = useState<{ readonly filter: ListFilter; readonly anchor: HTMLElement } | null>(null);
  const filters: Filters = filterValues ?? {};
  const inForce = filtersInForce(filters);
  const put = (next: Filters) => setFilters({ ...next }, undefined, false);
  const filterNamed = (name: string): ListFilter | undefined => {
    const plan = fieldOf(type, name, { say, language });
    return possible.find((filter) => filter.name === name) ?? (plan ? { name, plan } : undefined);
  };
  return (
    <>
      {possible.length > 0 ? (
        <Button
          ref={button}
          variant="outlined"
          startIcon={<FilterIcon />}
          aria-haspopup="menu"
          aria-expanded={choosing}
          onClick={() => setChoosing(true)}
        >
          {say("list.filter")}
        </Button>
      ) : null}
      {inForce.map((name) => {
        const filter = filterNamed(name);
        const remove = () => put(withoutField(filters, name));
        return filter ? (
          <FilterChip
            key={name}
            filter={filter}
            filters={filters}
            onEdit={(anchor) => setEditing({ filter, anchor })}
            onRemove={remove}
          />
        ) : (
          <Chip key={name} text={say("list.selection")} label={say("list.selection")} onRemove={remove} />
        );
      })}
      {inForce.length > 1 ? (
        <Button onClick={() => put("q" in filters ? { q: filters["q"] } : {})}>{say("list.clearFilters")}</Button>
      ) : null}
      <Menu anchorEl={button.current} open={choosing} onClose={() => setChoosing(false)}>
        {possible.map((filter) => (
          <MenuItem
            key={filter.name}
            onClick={() => {
              setChoosing(false);
              if (button.current) setEditing({ filter, anchor: button.current });
            }}
          >
            {filter.plan.label}
          </MenuItem>
        ))}
      </Menu>
      <Popover
        open={editing !== null}
        anchorEl={editing?.anchor ?? null}
        onClose={() => setEditing(null)}
        anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
        slotProps={{ paper: { role: "dialog", "aria-label": editing?.filter.plan.label ?? "" } }}
      >
        {editing ? (
          <FilterEditor
            filter={editing.filter}
            own={Object.fromEntries(Object.entries(filters).filter(([key]) => fieldName(key) === editing.filter.name))}
            onApply={(own) => {
              put(withField(filters, editing.filter.name, own));
              setEditing(null);
            }}
          />
        ) : null}
      </Popover>
    </>
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
