import Link from "@mui/material/Link";
import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { Link as RouterLink } from "react-router";
import { useSay } from "../app/i18n/use-say.ts";
import { useHasRole, useStaff } from "../app/office/use-office.ts";

const steps = [
  { to: "/settings/users", key: "pages.inviteColleagues" },
  { to: "/settings/imports", key: "pages.importFiles" },
  { to: "/studio", key: "pages.adaptOffice" },
] as const;

/** What an administrator who is still alone in the office does next; nothing for anybody else. */
export function FirstSteps() {
  const say = useSay();
  const heading = useId();
  const admin = useHasRole("admin");
  const alone = useStaff().length === 1;
  if (!admin || !alone) return null;
  return (
    <Paper variant="outlined" component="section" aria-labelledby={heading} sx={{ p: 2 }}>
      <Typography variant="h2" id={heading} sx={{ mb: 1 }}>
        {say("pages.firstSteps")}
      </Typography>
      <Stack component="ul" spacing={0.5} sx={{ m: 0, pl: 2.5 }}>
        {steps.map(({ to, key }) => (
          <li key={to}>
            <Link component={RouterLink} to={to}>
              {say(key)}
            </Link>
          </li>
        ))}
      </Stack>
    </Paper>
  );
}
