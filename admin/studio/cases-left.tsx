import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Link from "@mui/material/Link";
import type { PublicationBody } from "../../server/http/api-types.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { SimpleTable } from "../app/parts/simple-table.tsx";

interface Props {
  readonly id: string;
  readonly published: Partial<PublicationBody>;
  readonly onClose: () => void;
}

/** The cases that were to go on in the version that is in force now and could not, each with the reason. */
export function CasesLeft({ id, published, onClose }: Props) {
  const say = useSay();
  const left = published.cases?.left ?? [];
  const title = say("studio.casesLeft", { smart_count: left.length });
  return (
    <Dialog open={left.length > 0} onClose={onClose} fullWidth maxWidth="md">
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <SimpleTable
          label={title}
          rows={left}
          keyOf={(each) => each.id}
          columns={[
            {
              title: say("list.title"),
              cell: (each) => (
                <Link href={`/${id}/${each.id}`} target="_blank" rel="noopener">
                  {each.displayName}
                </Link>
              ),
            },
            { title: say("studio.why"), cell: ({ reasons }) => reasons.join(" ") },
          ]}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {say("shell.close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
