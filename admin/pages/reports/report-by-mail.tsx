import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { SubscriptionState } from "../../../server/http/api-types.ts";
import { callApi } from "../../app/api/api-client.ts";
import { useApi } from "../../app/api/use-api.ts";
import { useSayFailure } from "../../app/errors/use-say-failure.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { useOffice } from "../../app/office/use-office.ts";
import { formatExact } from "../../app/parts/format-date.ts";
import { useDateSetting } from "../../app/parts/use-date-setting.ts";

/** The report by e-mail, on the first of each month: asked for and stopped here. */
export function ReportByMail({ id }: { readonly id: string }) {
  const say = useSay();
  const { user } = useOffice();
  const setting = useDateSetting();
  const queries = useQueryClient();
  const sayFailure = useSayFailure();
  const path = `/api/reports/${encodeURIComponent(id)}/subscription`;
  const { data: state } = useApi<SubscriptionState>("subscriptions", path);
  const change = useMutation({
    mutationFn: (method: "PUT" | "DELETE") => callApi(path, { method }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["subscriptions"] }),
    onError: sayFailure,
  });
  if (!state) return null;
  if (!state.available) {
    return (
      <Typography variant="body2" sx={{ color: "text.secondary" }}>
        {say("pages.mailUnavailable")}
      </Typography>
    );
  }
  const next = formatExact(state.next, setting);
  return (
    <Alert
      severity="info"
      variant="outlined"
      icon={false}
      action={
        <Button
          size="small"
          color="inherit"
          loading={change.isPending}
          onClick={() => change.mutate(state.subscribed ? "DELETE" : "PUT")}
        >
          {say(state.subscribed ? "pages.mailStop" : "pages.mailAsk")}
        </Button>
      }
    >
      {say(state.subscribed ? "pages.mailOn" : "pages.mailOff", { email: user.email, next })}
    </Alert>
  );
}
