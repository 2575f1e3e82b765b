import AttachIcon from "@mui/icons-material/AttachFileOutlined";
import Box from "@mui/material/Box";
import type { ChangeEvent } from "react";

interface FilePickerProps {
  readonly id: string;
  readonly words: string;
  /** What it offers first, such as `.csv`. */
  readonly accept?: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}

/** The system's own file field, under the looks of a button. */
export function FilePicker({ id, words, accept, disabled, onFile }: FilePickerProps) {
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) onFile(file);
    event.target.value = "";
  };
  return (
    <Box
      sx={{
        position: "relative",
        display: "inline-flex",
        "& input:focus-visible + span": { outline: 2, outlineColor: "primary.main", outlineOffset: 2 },
      }}
    >
      <Box
        component="input"
        id={id}
        type="file"
        accept={accept}
        disabled={disabled}
        onChange={choose}
        sx={{ position: "absolute", inset: 0, width: "100%", opacity: 0, cursor: "pointer" }}
      />
      <Box
        component="span"
        aria-hidden
        sx={{
          display: "inline-flex",
          alignItems: "center",
          gap: 0.75,
          minHeight: 36,
          px: 1.5,
          border: 1,
          borderColor: "outline",
          borderRadius: 1,
          fontWeight: 550,
          backgroundColor: "background.paper",
        }}
      >
        <AttachIcon fontSize="small" />
        {words}
      </Box>
    </Box>
  );
}
