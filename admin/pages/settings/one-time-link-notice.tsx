import CopyIcon from "@mui/icons-material/ContentCopyOutlined";
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useSay } from "../../app/i18n/use-say.ts";
import { BusyButton } from "../../app/parts/busy-button.tsx";

interface Props {
  readonly link: string;
  readonly label?: string;
  readonly text?: string;
}

/** A secret that is shown once: a link to hand over where no e-mail is sent, or a machine's token. */
export function OneTimeLinkNotice({ link, label, text }: Props) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  // Browsers have no clipboard on a page that came by plain HTTP: the text is there to be copied by hand.
  const canCopy = "clipboard" in navigator;
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
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
      {canCopy ? (
        <BusyButton variant="contained" startIcon={<CopyIcon />} sx={{ justifySelf: "start" }} onPress={copy}>
          {say(copied ? "settings.copied" : "settings.copy")}
        </BusyButton>
      ) : null}
    </Box>
  );
}
