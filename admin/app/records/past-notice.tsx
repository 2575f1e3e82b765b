import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { Link } from "react-router";
import { useSay } from "../i18n/use-say.ts";
import { formatExact } from "../parts/format-date.ts";
import { useDateSetting } from "../parts/use-date-setting.ts";

interface Props {
  /** The moment that is shown; UTC ISO-8601. */
  readonly at: string;
  /** The same as it is now. */
  readonly path: string;
}

/** The parts of a page that tell how it was then; all others are of today, and some add to it. */
export const pastParts: readonly string[] = ["data", "history"];

/** Says that what is shown is the past, and leads back. */
export function PastNotice({ at, path }: Props) {
  const say = useSay();
  const setting = useDateSetting();
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        <Button component={Link} to={path} size="small" color="inherit">
          {say("record.backToNow")}
        </Button>
      }
    >
      {say("record.past", { date: formatExact(at, setting) })}
    </Alert>
  );
}
