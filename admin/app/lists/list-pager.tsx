import PreviousIcon from "@mui/icons-material/ChevronLeft";
import NextIcon from "@mui/icons-material/ChevronRight";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import type { MouseEvent } from "react";
import { useListContext } from "react-admin";
import { formatNumber } from "../../schema-ui/text-formats.ts";
import { useLanguage, useSay } from "../i18n/use-say.ts";
import { countedUpTo } from "./counted-up-to.ts";

/** Which part of the list is shown, and the way to the others. */
export function ListPager() {
  const say = useSay();
  const language = useLanguage();
  const { page, perPage, total = 0, data = [], setPage } = useListContext();
  const turn = (to: number) => (event: MouseEvent) => {
    setPage(to);
    // Who turns by keyboard stays on the button, to turn again.
    if (event.detail > 0) window.scrollTo(0, 0);
  };
  if (total <= perPage && page === 1) return null;
  const first = (page - 1) * perPage + 1;
  const last = first + data.length - 1;
  const more = total >= countedUpTo;
  const told = {
    first: formatNumber(first, language),
    last: formatNumber(last, language),
    total: formatNumber(total, language),
  };
  return (
    <Box
      component="nav"
      aria-label={say("list.pages")}
      sx={{ display: "flex", alignItems: "center", justifyContent: "flex-end", gap: 1, px: 1.5, py: 0.5 }}
    >
      <Box component="span" sx={{ color: "text.secondary" }}>
        {say(more ? "list.rangeOfMore" : "list.range", told)}
      </Box>
      <IconButton aria-label={say("list.previous")} disabled={page <= 1} onClick={turn(page - 1)}>
        <PreviousIcon />
      </IconButton>
      <IconButton
        aria-label={say("list.next")}
        disabled={more ? data.length < perPage : last >= total}
        onClick={turn(page + 1)}
      >
        <NextIcon />
      </IconButton>
    </Box>
  );
}
