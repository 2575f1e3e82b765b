import { useState } from "react";
import { Button, Menu, MenuItem, useDateSetting } from "../../../admin/plugin-slots/kit.ts";
import { addDays } from "./days.ts";
import { useSentences } from "./screen-sentences.ts";

/** The week as a sheet to print and as a calendar for other programs. */
export function WeekPapers({ monday }: { readonly monday: string }) {
  const say = useSentences();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  const { language } = useDateSetting();
  const file = (id: string) => `/api/exports/${id}?from=${monday}&to=${addDays(monday, 6)}&language=${language}`;
  return (
    <>
      <Button
        variant="outlined"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {say.papers}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem component="a" href={file("permanence-sheet")} onClick={close}>
          {say.pdf}
        </MenuItem>
        <MenuItem component="a" href={file("permanence-calendar")} onClick={close}>
          {say.ical}
        </MenuItem>
      </Menu>
    </>
  );
}
