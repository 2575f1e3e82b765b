import Popover from "@mui/material/Popover";
import { useSay } from "../i18n/use-say.ts";
import { SavedViews, type SavedViewsProps } from "./saved-views.tsx";

/** The saved views under the button that opened them. */
export function ViewsPopover({ anchor, ...views }: SavedViewsProps & { readonly anchor: HTMLElement | null }) {
  const say = useSay();
  return (
    <Popover
      anchorEl={anchor}
      open={anchor !== null}
      onClose={views.onDone}
      anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
      slotProps={{ paper: { role: "dialog", "aria-label": say("list.views") } }}
    >
      <SavedViews {...views} />
    </Popover>
  );
}
