import Button from "@mui/material/Button";
import MuiLink from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useMutation } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import type { StoppedMailBody } from "../../../server/http/api-types.ts";
import { callApi } from "../api/api-client.ts";
import { isRefusal } from "../api/api-problem.ts";
import { FailureAlert } from "../errors/failure-alert.tsx";
import { failureText } from "../errors/failure-text.ts";
import { useSay } from "../i18n/use-say.ts";
import { SignInFrame } from "./sign-in-frame.tsx";

/** `/ne-plus-recevoir`: where the link at the end of a mailed report leads: one press, and it comes no more. No sign-in is asked for. */
export function StopMailPage() {
  const say = useSay();
  const [search] = useSearchParams();
  const token = search.get("jeton") ?? "";
  const stop = useMutation({
    mutationFn: async () =>
      (await callApi<StoppedMailBody>("/api/auth/report-mails/stop", { method: "POST", body: { token } })).body,
  });
  const isUsed = stop.error !== null && isRefusal(stop.error);
  const said = stop.data
    ? say("signIn.mailStopped", { title: stop.data.title })
    : isUsed
      ? failureText(stop.error, say)
      : say("signIn.mailStopText");
  return (
    <SignInFrame title={say("signIn.mailStopTitle")}>
      <Typography role="status" sx={{ color: "text.secondary", mb: 2 }}>
        {said}
      </Typography>
      {isUsed ? null : <FailureAlert error={stop.error} />}
      {stop.data || isUsed ? null : (
        <Button variant="contained" size="large" fullWidth loading={stop.isPending} onClick={() => stop.mutate()}>
          {say("signIn.mailStop")}
        </Button>
      )}
      <MuiLink component={Link} to="/login" sx={{ display: "inline-block", mt: 2 }}>
        {say("signIn.back")}
      </MuiLink>
    </SignInFrame>
  );
}
