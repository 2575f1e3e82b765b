import MenuItem from "@mui/material/MenuItem";
import { useListContext } from "react-admin";
import type { ServedType } from "../../../server/http/api-types.ts";
import { useDownload } from "../errors/use-download.ts";
import { useSay } from "../i18n/use-say.ts";

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
  const { take } = useDownload();
  const { filterValues, sort } = useListContext();
  const list = { filter: filter ?? filterValues ?? {}, sort: [sort.field, sort.order] };
  const words = filter ? wordsOfTicked : wordsOfAll;
  return formats.map((format) => (
    <MenuItem
      key={format}
      onClick={() => {
        onDone();
        take(`/api/${type.id}/exports`, { format, ...list });
      }}
    >
      {say(words[format])}
    </MenuItem>
  ));
}

const wordsOfAll = { csv: "list.exportCsv", xlsx: "list.exportXlsx" } as const;
const wordsOfTicked = { csv: "list.tickedCsv", xlsx: "list.tickedXlsx" } as const;
