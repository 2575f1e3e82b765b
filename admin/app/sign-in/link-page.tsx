import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import MuiLink from "@mui/material/Link";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { Link, useNavigate } from "react-router";
import type { LinkBody } from "../../../server/http/api-types.ts";
import { callApi } from "../api/api-client.ts";
import { problemOf, sentencesOf } from "../api/api-problem.ts";
import { useSay } from "../i18n/use-say.ts";
import { FieldsSkeleton } from "../parts/skeletons.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";

/** Whoever was invited, or forgot their password, chooses one here and is signed in. */
export function LinkPage({ token }: { readonly token: string }) {
  const say = useSay();
  const { data, error } = useQuery({
    queryKey: ["link", token],
    queryFn: async ({ signal }) =>
      (await callApi<LinkBody>(`/api/auth/links/${encodeURIComponent(token)}`, { signal })).body,
    retry: false,
  });
  if (error) {
    return (
      <SignInFrame title={say("signIn.linkOver")}>
        <Typography sx={{ color: "text.secondary" }}>
          {sentencesOf(error).join(" ") || say("signIn.linkOverText")}
        </Typography>
        <MuiLink component={Link} to="/login" sx={{ display: "inline-block", mt: 2 }}>
          {say("signIn.back")}
        </MuiLink>
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
  const [email, setEmail] = useState(link.email ?? "");
  const [name, setName] = useState(link.name ?? "");
  const [password, setPassword] = useState("");
  const [failure, setFailure] = useState<unknown>(null);
  const errors = problemOf(failure)?.errors ?? {};
  const open = link.email === null;

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    try {
      const body = open ? { email: email.trim(), name: name.trim(), password } : { password };
      await callApi(`/api/auth/links/${encodeURIComponent(token)}`, { method: "POST", body });
      queries.clear();
      await navigate("/", { replace: true });
    } catch (error) {
      setFailure(error);
    }
  };

  return (
    <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ display: "grid", gap: 2 }}>
      {failure ? (
        <Alert severity="error" role="alert">
          {sentencesOf(failure).join(" ") || say("errors.refusedText")}
        </Alert>
      ) : null}
      {open ? (
        <>
          <TextField
            label={say("signIn.name")}
            autoComplete="name"
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
            {...fieldError(errors["name"])}
          />
          <TextField
            label={say("signIn.email")}
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            {...fieldError(errors["email"])}
          />
        </>
      ) : (
        <Typography sx={{ color: "text.secondary" }}>
          {say("signIn.linkFor", { name: link.name ?? "", email: link.email ?? "" })}
        </Typography>
      )}
      <TextField
        label={say("signIn.newPassword")}
        type="password"
        autoComplete="new-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        helperText={errors["password"] ?? say("signIn.passwordHelp")}
        error={errors["password"] !== undefined}
      />
      <Button type="submit" variant="contained" size="large">
        {say("signIn.linkSubmit")}
      </Button>
    </Box>
  );
}

function fieldError(message: string | undefined): { readonly error?: boolean; readonly helperText?: string } {
  return message === undefined ? {} : { error: true, helperText: message };
}
