import AddIcon from "@mui/icons-material/Add";
import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { Link } from "react-router";
import { fieldsOf } from "../../../server/engine/schema/walk-schema.ts";
import type { ServedType } from "../../../server/http/api-types.ts";
import { useSay } from "../i18n/use-say.ts";
import { useOffice } from "../office/use-office.ts";

/** What can be begun about this record: the page's one filled button when there is one thing, a menu when there are more. */
export function OpenLinked({ type, id }: { readonly type: ServedType; readonly id: string }) {
  const say = useSay();
  const { types } = useOffice();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const openings = types.flatMap((candidate) => {
    const field = fieldsOf(candidate.create?.form ?? candidate.schema).find(
      ({ schema }) => schema["x-reference"] === type.id,
    );
    if (!candidate.may.create || !field || candidate.id === type.id) return [];
    const source = encodeURIComponent(JSON.stringify({ [field.name]: id }));
    return [
      {
        id: candidate.id,
        title: candidate.create?.title ?? candidate.title,
        path: `/${candidate.id}/create?source=${source}`,
      },
    ];
  });
  const [first] = openings;
  if (!first) return null;
  if (openings.length === 1) {
    return (
      <Button variant="contained" component={Link} to={first.path} startIcon={<AddIcon />}>
        {first.title}
      </Button>
    );
  }
  return (
    <>
      <Button
        variant="contained"
        startIcon={<AddIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {say("record.open")}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {openings.map((opening) => (
          <MenuItem key={opening.id} component={Link} to={opening.path}>
            {opening.title}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
