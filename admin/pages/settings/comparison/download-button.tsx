import Button from "@mui/material/Button";
import type { NamedDifference } from "../../../../server/http/api-types.ts";
import { useLanguage, useSay } from "../../../app/i18n/use-say.ts";
import { handOutFile } from "../../../app/parts/hand-out-file.ts";
import { differencesCsv } from "./differences-csv.ts";

interface DownloadButtonProps {
  readonly differences: readonly NamedDifference[];
  readonly kind: "matcher" | "guard";
}

/** Hands the differences that are listed out as a file for a spreadsheet. */
export function DownloadButton({ differences, kind }: DownloadButtonProps) {
  const say = useSay();
  const language = useLanguage();
  const download = () => {
    const csv = differencesCsv(
      differences,
      {
        columns: [
          say("comparison.record"),
          say("comparison.address"),
          say("comparison.actionColumn"),
          say("comparison.at"),
          say("comparison.change"),
          say("comparison.before"),
          say("comparison.after"),
        ],
        changeOf: (change) => say(`comparison.${change}`),
        nothing: say(kind === "guard" ? "comparison.lets" : "comparison.nobody"),
      },
      language,
    );
    handOutFile(csv, "differences.csv");
  };
  return (
    <Button size="small" variant="outlined" onClick={download}>
      {say("comparison.download")}
    </Button>
  );
}
