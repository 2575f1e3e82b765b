import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import MuiLink from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "react-router";
import type { LinkBody, SignInBody } from "../../../server/http/api-types.ts";
import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { SchemaForm } from "../../schema-ui/schema-form.tsx";
import { callApi } from "../api/api-client.ts";
import { isRefusal } from "../api/api-problem.ts";
import { failureText } from "../errors/failure-text.ts";
import { type Say, useSay } from "../i18n/use-say.ts";
import { FieldsSkeleton } from "../parts/skeletons.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";

/** Whoever was invited, or forgot their password, chooses one here and is signed in. */
export function LinkPage({ token }: { readonly token: string }) {
  const say = useSay();
  const { data, error, refetch } = useQuery({
    queryKey: ["link", token],
    queryFn: async ({ signal }) =>
      (await callApi<LinkBody>(`/api/auth/links/${encodeURIComponent(token)}`, { signal })).body,
    retry: false,
  });
  if (error) {
    const isOver = isRefusal(error);
    return (
      <SignInFrame title={say(isOver ? "signIn.linkOver" : "errors.refused")}>
        <Typography sx={{ color: "text.secondary", mb: 2 }}>{failureText(error, say)}</Typography>
        {isOver ? (
          <Box sx={{ display: "flex", flexWrap: "wrap", columnGap: 3, rowGap: 1 }}>
            <MuiLink component={Link} to="/login">
              {say("signIn.submit")}
            </MuiLink>
            <MuiLink component={Link} to="/mot-de-passe-oublie">
              {say("signIn.forgotten")}
            </MuiLink>
          </Box>
        ) : (
          <Button variant="contained" onClick={() => void refetch()}>
            {say("errors.retry")}
          </Button>
        )}
      </SignInFrame>
    );
  }
  return (
    <SignInFrame title={say("signIn.linkTitle")}>
      {data ? <LinkForm link={data} token={token} /> : <FieldsSkeleton fields={2} />}
    </SignInFrame>
  );
}

function LinkForm({ link, token }: { readonly link: LinkBody; readonly token: string }) {
  const say = useSay();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: now } = useQuery({
    queryKey: ["signed-in-beside-link"],
    queryFn: async ({ signal }) => (await callApi<SignInBody>("/api/auth/me", { signal })).body.user,
    retry: false,
  });
  const redeem = async (values: JsonObject) => {
    await callApi(`/api/auth/links/${encodeURIComponent(token)}`, { method: "POST", body: values });
    queries.clear();
    await navigate("/", { replace: true });
  };
  return (
    <Box sx={{ display: "grid", gap: 2 }}>
      {link.email === null ? null : (
        <Typography sx={{ color: "text.secondary" }}>
          {say("signIn.linkFor", { name: link.name ?? "", email: link.email })}
        </Typography>
      )}
      {now && now.email !== link.email ? (
        <Alert severity="warning">{say("signIn.linkWhileSignedIn", { name: now.name })}</Alert>
      ) : null}
      <SchemaForm schema={askedBy(link, say)} onSubmit={redeem} submitLabel={say("signIn.linkSubmit")} />
    </Box>
  );
}

/** A password; of whoever opens the very first account, also who they are. */
function askedBy(link: LinkBody, say: Say): DataSchema {
  const password: DataSchema = {
    type: "string",
    minLength: 12,
    title: say("signIn.newPassword"),
    "x-secret": true,
    "x-help": say("signIn.passwordHelp"),
  };
  if (link.email !== null) return { type: "object", required: ["password"], properties: { password } };
  return {
    type: "object",
    required: ["name", "email", "password"],
    properties: {
      name: { type: "string", minLength: 1, maxLength: 200, title: say("signIn.name") },
      email: { type: "string", format: "email", title: say("signIn.email") },
      password,
    },
  };
}
