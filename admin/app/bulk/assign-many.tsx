import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useSay } from "../i18n/use-say.ts";
import { useStaff } from "../office/use-office.ts";

interface Props {
  readonly onAssign: (assigneeId: string | null) => void;
  /** Someone who is not offered: they have them already. */
  readonly without?: string;
}

/** Whom to give many cases to. */
export function AssignMany({ onAssign, without }: Props) {
  const say = useSay();
  const staff = useStaff().filter(({ id }) => id !== without);
  const [chosen, setChosen] = useState("");
  return (
    <Box sx={{ display: "flex", gap: 1, alignItems: "flex-end", flexWrap: "wrap", pt: 1 }}>
      <TextField
        select
        label={say("list.bulkAssign")}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        slotProps={{ select: { native: true } }}
        sx={{ flex: "1 1 220px" }}
      >
        <option value="" disabled>
          {say("form.choose")}
        </option>
        {staff.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="nobody">{say("cases.nobody")}</option>
      </TextField>
      <Button variant="outlined" disabled={chosen === ""} onClick={() => onAssign(chosen === "nobody" ? null : chosen)}>
        {say("list.bulkGive")}
      </Button>
    </Box>
  );
}
