import AttachIcon from "@mui/icons-material/AttachFileOutlined";
import CloseIcon from "@mui/icons-material/Close";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormControl from "@mui/material/FormControl";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import IconButton from "@mui/material/IconButton";
import { useState } from "react";
import type { FileBody } from "../../../server/http/api-types.ts";
import { callApi } from "../../app/api/api-client.ts";
import { sentencesOf } from "../../app/api/api-problem.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { FileLink } from "../file-link.tsx";
import { type InputProps, useField } from "../use-field.tsx";

/** A file: sent as soon as it is chosen; the record keeps its id. */
export function FileInput(props: InputProps) {
  const say = useSay();
  const field = useField(props);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const kept = typeof field.value === "string" ? field.value : "";
  const send = async (file: File) => {
    setBusy(true);
    setFailure(null);
    const body = new FormData();
    body.append("file", file);
    try {
      field.change((await callApi<FileBody>("/api/files", { method: "POST", body })).body.id);
    } catch (error) {
      setFailure(sentencesOf(error).join(" ") || say("errors.unreachableText"));
    } finally {
      setBusy(false);
    }
  };
  return (
    <FormControl error={field.wrong || failure !== null} disabled={field.disabled}>
      <FormLabel htmlFor={field.id}>{field.label}</FormLabel>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1, flexWrap: "wrap" }}>
        {kept ? <FileLink id={kept} /> : null}
        {field.disabled ? null : (
          <Button
            component="label"
            variant="outlined"
            size="small"
            startIcon={<AttachIcon />}
            loading={busy}
            sx={{ position: "relative" }}
          >
            {say(kept ? "form.replaceFile" : "form.chooseFile")}
            <Box
              component="input"
              id={field.id}
              type="file"
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
                const file = event.target.files?.[0];
                if (file) void send(file);
              }}
              sx={{ position: "absolute", inset: 0, opacity: 0, width: "100%", cursor: "pointer" }}
            />
          </Button>
        )}
        {kept && !field.disabled ? (
          <IconButton size="small" aria-label={say("form.removeFile")} onClick={() => field.change(null)}>
            <CloseIcon fontSize="small" />
          </IconButton>
        ) : null}
      </Box>
      <FormHelperText>{failure ?? field.under}</FormHelperText>
    </FormControl>
  );
}
