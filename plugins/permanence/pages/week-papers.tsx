import { useState } from "react";
import { Button, Menu, MenuItem, useDownload } from "../../../admin/plugin-slots/kit.ts";
import { addDays } from "./days.ts";
import { useSentences } from "./screen-sentences.ts";

/** The week as a sheet to print and as a calendar for other programs. */
export function WeekPapers({ monday }: { readonly monday: string }) {
  const say = useSentences();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  const { busy, take } = useDownload();
  const takeFile = (id: string) => {
    close();
    take(`/api/exports/${id}?from=${monday}&to=${addDays(monday, 6)}`);
  };
  return (
    <>
      <Button
        variant="outlined"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        loading={busy !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {say.papers}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem onClick={() => takeFile("permanence-sheet")}>{say.pdf}</MenuItem>
        <MenuItem onClick={() => takeFile("permanence-calendar")}>{say.ical}</MenuItem>
      </Menu>
    </>
  );
}
