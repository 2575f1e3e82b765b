import MenuItem from "@mui/material/MenuItem";
import { useListContext } from "react-admin";
import type { ServedType } from "../../../server/http/api-types.ts";
import { downloadFile } from "../api/download-file.ts";
import { useSayFailure } from "../errors/use-say-failure.ts";
import { useLanguage, useSay } from "../i18n/use-say.ts";

interface ExportItemsProps {
  readonly type: ServedType;
  /** Which of them; as the list is filtered now when it is not given. */
  readonly filter?: object;
  readonly onDone: () => void;
}

const formats = ["csv", "xlsx"] as const;

/** The list in its order of now, as a file. */
export function ExportItems({ type, filter, onDone }: ExportItemsProps) {
  const say = useSay();
  const language = useLanguage();
  const sayFailure = useSayFailure();
  const { filterValues, sort: order } = useListContext();
  const [filtered, sort] = [filter ?? filterValues ?? {}, [order.field, order.order]];
  const query = (format: string) =>
    new URLSearchParams({ format, language, filter: JSON.stringify(filtered), sort: JSON.stringify(sort) }).toString();
  const words = filter ? wordsOfTicked : wordsOfAll;
  return formats.map((format) =>
    fitsAnAddress(filtered) ? (
      <MenuItem key={format} component="a" href={`/api/${type.id}?${query(format)}`} download onClick={onDone}>
        {say(words[format])}
      </MenuItem>
    ) : (
      <MenuItem
        key={format}
        onClick={() => {
          onDone();
          void downloadFile(`/api/${type.id}/exports`, { format, filter: filtered, sort }).catch(sayFailure);
        }}
      >
        {say(words[format])}
      </MenuItem>
    ),
  );
}

/** Hundreds of ticked rows do not. */
function fitsAnAddress(filter: object): boolean {
  return JSON.stringify(filter).length < 2000;
}

const wordsOfAll = { csv: "list.exportCsv", xlsx: "list.exportXlsx" } as const;
const wordsOfTicked = { csv: "list.tickedCsv", xlsx: "list.tickedXlsx" } as const;
