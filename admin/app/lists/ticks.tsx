import Checkbox from "@mui/material/Checkbox";
import { useListContext } from "react-admin";
import type { ApiRecord } from "../../../server/http/api-types.ts";
import { useSay } from "../i18n/use-say.ts";

/** Ticks a record of the list, to act on several. */
export function RecordTick({ id, name }: { readonly id: string; readonly name: string }) {
  const say = useSay();
  const { selectedIds = [], onToggleItem } = useListContext<ApiRecord>();
  return (
    <Checkbox
      checked={selectedIds.includes(id)}
      onChange={() => onToggleItem(id)}
      slotProps={{ input: { "aria-label": say("list.select", { name }) } }}
      sx={{ zIndex: 1 }}
    />
  );
}

/** Ticks all that the page shows; what is ticked on other pages stays so. */
export function PageTick() {
  const say = useSay();
  const { data = [], selectedIds = [], onSelect } = useListContext<ApiRecord>();
  const shown = new Set(data.map((record) => record.id));
  const elsewhere = selectedIds.filter((id) => !shown.has(id));
  const here = selectedIds.length - elsewhere.length;
  return (
    <Checkbox
      checked={here > 0 && here === data.length}
      indeterminate={here > 0 && here < data.length}
      onChange={(_, checked) => onSelect(checked ? [...elsewhere, ...shown] : elsewhere)}
      slotProps={{ input: { "aria-label": say("list.selectAll") } }}
    />
  );
}
