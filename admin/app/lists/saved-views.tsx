import DeleteIcon from "@mui/icons-material/DeleteOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Divider from "@mui/material/Divider";
import IconButton from "@mui/material/IconButton";
import TextField from "@mui/material/TextField";
import { type SyntheticEvent, useState } from "react";
import { Link, useLocation } from "react-router";
import type { ServedType } from "../../../server/http/api-types.ts";
import { useSay } from "../i18n/use-say.ts";
import { usePreference } from "../parts/use-preference.ts";

interface SavedView {
  readonly name: string;
  /** The list's address: its filters and its order. */
  readonly search: string;
}

/** This person's own views of the list: one click away, kept on this device. */
export function SavedViews({ type, onDone }: { readonly type: ServedType; readonly onDone: () => void }) {
  const say = useSay();
  const location = useLocation();
  const [views, setViews] = usePreference<readonly SavedView[]>(`views.${type.id}`, []);
  const [name, setName] = useState("");
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    const others = views.filter((view) => view.name !== name.trim());
    setViews([...others, { name: name.trim(), search: location.search }]);
    onDone();
  };
  return (
    <div>
      {views.map((view) => (
        <Box key={view.name} sx={{ display: "flex", alignItems: "center", pr: 1 }}>
          <Button
            component={Link}
            to={`/${type.id}${view.search}`}
            onClick={onDone}
            color="inherit"
            sx={{ flex: 1, justifyContent: "flex-start" }}
          >
            {view.name}
          </Button>
          <IconButton
            size="small"
            aria-label={say("list.deleteView", { name: view.name })}
            onClick={() => setViews(views.filter((other) => other !== view))}
          >
            <DeleteIcon fontSize="small" />
          </IconButton>
        </Box>
      ))}
      {views.length > 0 ? <Divider /> : null}
      <Box component="form" onSubmit={save} sx={{ p: 1.5, display: "grid", gap: 1, width: 280 }}>
        <TextField label={say("list.viewName")} value={name} onChange={(event) => setName(event.target.value)} />
        <Button type="submit" variant="outlined" size="small" sx={{ justifySelf: "start" }}>
          {say("list.saveView")}
        </Button>
      </Box>
    </div>
  );
}
