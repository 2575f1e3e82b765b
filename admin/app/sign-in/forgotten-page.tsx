import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import MuiLink from "@mui/material/Link";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useMutation } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { Link } from "react-router";
import { callApi } from "../api/api-client.ts";
import { useSayFailure } from "../errors/use-say-failure.ts";
import { useSay } from "../i18n/use-say.ts";
import { SignInFrame } from "./sign-in-frame.tsx";

/** `/mot-de-passe-oublie`: asks for a link; the answer is the same whether the address is known or not. */
export function ForgottenPage() {
  const say = useSay();
  const [email, setEmail] = useState("");
  const ask = useMutation({
    mutationFn: () => callApi("/api/auth/forgotten", { method: "POST", body: { email: email.trim() } }),
    onError: useSayFailure(),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (email.trim() && !ask.isPending) ask.mutate();
  };
  return (
    <SignInFrame title={say("signIn.forgottenTitle")}>
      {ask.isSuccess ? (
        <Alert severity="success" role="status">
          {say("signIn.forgottenSent")}
        </Alert>
      ) : (
        <Box component="form" noValidate onSubmit={submit} sx={{ display: "grid", gap: 2 }}>
          <Typography sx={{ color: "text.secondary" }}>{say("signIn.forgottenText")}</Typography>
          <TextField
            label={say("signIn.email")}
            type="email"
            autoComplete="username"
            autoFocus
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
          <Button type="submit" variant="contained" size="large" loading={ask.isPending}>
            {say("signIn.forgottenSubmit")}
          </Button>
        </Box>
      )}
      <MuiLink component={Link} to="/login" sx={{ display: "inline-block", mt: 2 }}>
        {say("signIn.back")}
      </MuiLink>
    </SignInFrame>
  );
}
