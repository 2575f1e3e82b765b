import CloseIcon from "@mui/icons-material/Close";
import Box from "@mui/material/Box";
import FormControl from "@mui/material/FormControl";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import IconButton from "@mui/material/IconButton";
import { useState } from "react";
import type { FileBody } from "../../../server/http/api-types.ts";
import { callApi } from "../../app/api/api-client.ts";
import { failureText } from "../../app/errors/failure-text.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { FileLink } from "../file-link.tsx";
import { useFormSetting } from "../form-context.ts";
import { type InputProps, useField } from "../use-field.tsx";
import { FilePicker } from "./file-picker.tsx";

/** A file: sent as soon as it is chosen; the record keeps its id. */
export function FileInput(props: InputProps) {
  const say = useSay();
  const field = useField(props);
  const { hold } = useFormSetting();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const kept = typeof field.value === "string" ? field.value : "";
  const send = async (file: File) => {
    setSending(true);
    setFailure(null);
    const body = new FormData();
    body.append("file", file);
    try {
      field.change((await callApi<FileBody>("/api/files", { method: "POST", body })).body.id);
    } catch (error) {
      setFailure(failureText(error, say));
    } finally {
      setSending(false);
    }
  };
  const words = sending ? "form.sendingFile" : kept ? "form.replaceFile" : "form.chooseFile";
  return (
    <FormControl error={field.wrong || failure !== null} disabled={field.disabled}>
      <FormLabel htmlFor={field.id}>{field.label}</FormLabel>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1, flexWrap: "wrap" }}>
        {kept ? <FileLink id={kept} /> : null}
        {field.disabled ? null : (
          <FilePicker id={field.id} words={say(words)} disabled={sending} onFile={(file) => void hold(send(file))} />
        )}
        {kept && !field.disabled ? (
          <IconButton size="small" aria-label={say("form.removeFile")} onClick={() => field.change(null)}>
            <CloseIcon fontSize="small" />
          </IconButton>
        ) : null}
      </Box>
      {(failure ?? field.under) ? <FormHelperText>{failure ?? field.under}</FormHelperText> : null}
    </FormControl>
  );
}
