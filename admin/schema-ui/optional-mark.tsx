import Box from "@mui/material/Box";
import { useSay } from "../app/i18n/use-say.ts";

/** "facultatif": for the eye; a screen reader is told which fields are required. */
export function OptionalMark() {
  const say = useSay();
  return (
    <Box component="span" aria-hidden sx={{ color: "text.secondary", fontWeight: 400 }}>
      {" "}
      ({say("form.optional")})
    </Box>
  );
}
