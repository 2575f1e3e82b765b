import Alert from "@mui/material/Alert";
import type { ApiRecord } from "../../../server/http/api-types.ts";
import { useSay } from "../i18n/use-say.ts";
import { formatExact } from "../parts/format-date.ts";
import { useDateSetting } from "../parts/use-date-setting.ts";

/** Says of a record whose person was erased since when, and that it only serves figures. */
export function ErasedNotice({ record }: { readonly record: Pick<ApiRecord, "erasedAt"> }) {
  const say = useSay();
  const setting = useDateSetting();
  if (typeof record.erasedAt !== "string") return null;
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      {say("record.erasedSince", { date: formatExact(record.erasedAt, setting) })}
    </Alert>
  );
}
