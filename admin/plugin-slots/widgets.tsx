import Stack from "@mui/material/Stack";
import { useCallback } from "react";
import type { RaRecord } from "react-admin";
import type { DescribedWidget } from "../../server/http/api-types.ts";
import { useOffice } from "../app/office/use-office.ts";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import { Contributed } from "./contributed.tsx";
import type { PluginModule } from "./plugin-module.ts";

interface Props {
  readonly slot: DescribedWidget["slot"];
  readonly type: string;
  readonly record: RaRecord;
}

/** The widgets that plugins bring to this place of a page; nothing where there are none. */
export function Widgets({ slot, type, record }: Props) {
  const widgets = useWidgets(slot, type);
  if (widgets.length === 0) return null;
  return (
    <Stack spacing={2}>
      {widgets.map((widget) => (
        <Widget key={`${widget.plugin}/${widget.id}`} widget={widget} type={type} record={record} />
      ))}
    </Stack>
  );
}

/** The widgets of one's own day: they are about the reader. */
export function DayWidgets({ slot }: { readonly slot: "my-day" | "my-day-aside" }) {
  const { user } = useOffice();
  return <Widgets slot={slot} type="users" record={user} />;
}

/** The widgets of a slot that this type's pages show. */
export function useWidgets(slot: DescribedWidget["slot"], type: string): readonly DescribedWidget[] {
  return useOffice().widgets.filter((widget) => widget.slot === slot && (widget.types?.includes(type) ?? true));
}

interface WidgetProps extends Omit<Props, "slot"> {
  readonly widget: DescribedWidget;
}

function Widget({ widget, type, record }: WidgetProps) {
  const choose = useCallback((module: PluginModule) => module.widgets?.[widget.id], [widget.id]);
  return (
    <Contributed plugin={widget.plugin} waiting={<RowsSkeleton rows={3} />} choose={choose} props={{ type, record }} />
  );
}
