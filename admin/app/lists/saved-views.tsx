import DeleteIcon from "@mui/icons-material/DeleteOutlined";
import SharedIcon from "@mui/icons-material/GroupsOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import Divider from "@mui/material/Divider";
import FormControlLabel from "@mui/material/FormControlLabel";
import IconButton from "@mui/material/IconButton";
import TextField from "@mui/material/TextField";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { type SyntheticEvent, useState } from "react";
import { useListContext } from "react-admin";
import { useNavigate } from "react-router";
import type { ServedType, ViewBody } from "../../../server/http/api-types.ts";
import { useSay } from "../i18n/use-say.ts";
import { useHasRole, useOffice } from "../office/use-office.ts";
import { isOfTheOffice } from "../shell/navigation.ts";
import type { Columns } from "./list-columns.ts";
import { useViews, type ViewDraft } from "./use-views.ts";

/** The list whose views these are. */
export interface SavedViewsProps {
  readonly type: ServedType;
  readonly columns: Columns;
  readonly onDone: () => void;
}

/** The views of a list: its filters, its order and its columns under a name, one's own or the office's, one click away. */
export function SavedViews({ type, columns, onDone }: SavedViewsProps) {
  const navigate = useNavigate();
  const { filterValues, sort } = useListContext();
  const { views, save, remove } = useViews(type.id);
  const open = (view: ViewBody) => {
    if (view.columns) columns.choose(view.columns);
    void navigate(`/${type.id}?${searchOf(view)}`);
    onDone();
  };
  return (
    <Box sx={{ width: 320, maxWidth: "100%" }}>
      {views.map((view) => (
        <SavedView key={view.id} view={view} onOpen={() => open(view)} onRemove={() => remove(view)} />
      ))}
      {views.length > 0 ? <Divider /> : null}
      <NewView
        onSave={(view) => {
          save({
            ...view,
            filter: filterValues ?? {},
            sort: [sort.field, sort.order === "DESC" ? "DESC" : "ASC"],
            columns: columns.shown.map(({ name }) => name),
          });
          onDone();
        }}
      />
    </Box>
  );
}

interface SavedViewProps {
  readonly view: ViewBody;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

function SavedView({ view, onOpen, onRemove }: SavedViewProps) {
  const say = useSay();
  const admin = useHasRole("admin");
  const whose = view.mine ? say("list.viewShared") : say("list.viewOf", { name: view.owner ?? "" });
  return (
    <Box sx={{ display: "flex", alignItems: "center", pr: 1 }}>
      <Button onClick={onOpen} color="inherit" sx={{ flex: 1, justifyContent: "flex-start", minWidth: 0 }}>
        {view.name}
      </Button>
      {view.shared ? (
        <Tooltip title={whose}>
          <SharedIcon fontSize="small" titleAccess={whose} sx={{ color: "text.secondary", mx: 0.5 }} />
        </Tooltip>
      ) : null}
      {view.mine || admin ? (
        <IconButton size="small" aria-label={say("list.deleteView", { name: view.name })} onClick={onRemove}>
          <DeleteIcon fontSize="small" />
        </IconButton>
      ) : null}
    </Box>
  );
}

function NewView({ onSave }: { readonly onSave: (view: Pick<ViewDraft, "name" | "shared">) => void }) {
  const say = useSay();
  const ofTheOffice = isOfTheOffice(useOffice());
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim()) onSave({ name: name.trim(), shared });
  };
  return (
    <Box component="form" onSubmit={save} sx={{ p: 1.5, display: "grid", gap: 1 }}>
      <Typography variant="body2" sx={{ color: "text.secondary" }}>
        {say("list.viewHelp")}
      </Typography>
      <TextField
        label={say("list.viewName")}
        value={name}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 80 } }}
      />
      {ofTheOffice ? (
        <FormControlLabel
          control={<Checkbox checked={shared} onChange={(_, checked) => setShared(checked)} />}
          label={say("list.shareView")}
        />
      ) : null}
      <Button type="submit" variant="outlined" size="small" sx={{ justifySelf: "start" }}>
        {say("list.saveView")}
      </Button>
    </Box>
  );
}

/** The address that shows a view, as the list reads it. */
function searchOf({ filter, sort }: ViewBody): string {
  return new URLSearchParams({
    filter: JSON.stringify(filter),
    ...(sort && { sort: sort[0], order: sort[1] }),
    page: "1",
    perPage: "50",
  }).toString();
}
