import CopyIcon from "@mui/icons-material/ContentCopyOutlined";
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useSay } from "../../app/i18n/use-say.ts";

/** A secret that is shown once: a link to hand over where no e-mail is sent, or a machine's token. */
export function OneTimeLinkNotice({
  link,
  label,
  text,
}: {
  readonly link: string;
  readonly label?: string;
  readonly text?: string;
}) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  return (
    <Box sx={{ display: "grid", gap: 2 }}>
      <Alert severity="info">{text ?? say("settings.linkText")}</Alert>
      <TextField
        label={label ?? say("settings.link")}
        value={link}
        multiline
        slotProps={{
          htmlInput: { readOnly: true },
          input: { sx: { fontFamily: "ui-monospace, monospace", wordBreak: "break-all" } },
        }}
        onFocus={(event) => event.target.select()}
      />
      <Button
        variant="contained"
        startIcon={<CopyIcon />}
        sx={{ justifySelf: "start" }}
        onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
      >
        {say(copied ? "settings.copied" : "settings.copy")}
      </Button>
    </Box>
  );
}
