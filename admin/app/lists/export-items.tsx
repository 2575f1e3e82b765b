import MenuItem from "@mui/material/MenuItem";
import { useListContext } from "react-admin";
import type { ServedType } from "../../../server/http/api-types.ts";
import { useSay } from "../i18n/use-say.ts";

export interface ExportItemsProps {
  readonly type: ServedType;
  /** Which of them; as the list is filtered now when it is not given. */
  readonly filter?: object;
  readonly onDone: () => void;
}

/** The list in its order of now, as a file. */
export function ExportItems({ type, filter, onDone }: ExportItemsProps) {
  const say = useSay();
  const { filterValues, sort } = useListContext();
  const query = (format: string) =>
    new URLSearchParams({
      format,
      filter: JSON.stringify(filter ?? filterValues ?? {}),
      sort: JSON.stringify([sort.field, sort.order]),
    }).toString();
  const words = filter ? wordsOfTicked : wordsOfAll;
  return (["csv", "xlsx"] as const).map((format) => (
    <MenuItem key={format} component="a" href={`/api/${type.id}?${query(format)}`} download onClick={onDone}>
      {say(words[format])}
    </MenuItem>
  ));
}

const wordsOfAll = { csv: "list.exportCsv", xlsx: "list.exportXlsx" } as const;
const wordsOfTicked = { csv: "list.tickedCsv", xlsx: "list.tickedXlsx" } as const;
