import AddIcon from "@mui/icons-material/Add";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Paper from "@mui/material/Paper";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CreatedTokenBody, OfficeDescription, TokenBody } from "../../../server/http/api-types.ts";
import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { callApi } from "../../app/api/api-client.ts";
import { useApi } from "../../app/api/use-api.ts";
import { FailurePage } from "../../app/errors/failure-page.tsx";
import { type Say, useSay } from "../../app/i18n/use-say.ts";
import { useOffice } from "../../app/office/use-office.ts";
import { ConfirmDialog } from "../../app/parts/confirm-dialog.tsx";
import { DateText } from "../../app/parts/date-text.tsx";
import { EmptyState } from "../../app/parts/empty-state.tsx";
import { PageHead } from "../../app/parts/page-head.tsx";
import { SimpleTable } from "../../app/parts/simple-table.tsx";
import { RowsSkeleton } from "../../app/parts/skeletons.tsx";
import { SchemaForm } from "../../schema-ui/schema-form.tsx";
import { OneTimeLinkNotice } from "./one-time-link-notice.tsx";
import { rolesSchema } from "./roles-schema.ts";

/** `/settings/tokens`: what machines sign in with; each is shown once and can be taken back. */
export function TokensPage() {
  const say = useSay();
  const { data, error, refetch } = useApi<readonly TokenBody[]>("tokens", "/api/tokens");
  const [making, setMaking] = useState(false);
  return (
    <>
      <PageHead
        title={say("settings.tokens")}
        line={say("settings.tokensText")}
        action={
          <Button variant="contained" startIcon={<AddIcon />} onClick={() => setMaking(true)}>
            {say("settings.newToken")}
          </Button>
        }
      />
      <Paper variant="outlined" sx={{ overflow: "hidden" }}>
        {error ? (
          <FailurePage error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <Tokens tokens={data} />
        ) : (
          <RowsSkeleton rows={3} />
        )}
      </Paper>
      {making ? <NewToken onClose={() => setMaking(false)} /> : null}
    </>
  );
}

function Tokens({ tokens }: { readonly tokens: readonly TokenBody[] }) {
  const say = useSay();
  const { roles } = useOffice();
  const title = (role: string) => roles.find(({ id }) => id === role)?.title ?? role;
  if (tokens.length === 0)
    return <EmptyState title={say("settings.noTokens")}>{say("settings.noTokensText")}</EmptyState>;
  return (
    <SimpleTable
      label={say("settings.tokens")}
      rows={tokens}
      keyOf={(token) => token.id}
      columns={[
        { title: say("settings.name"), cell: (token) => token.name },
        { title: say("settings.roles"), cell: (token) => token.roles.map(title).join(", ") },
        { title: say("record.createdAt"), cell: (token) => <DateText value={token.createdAt} />, quiet: true },
        { title: say("settings.lastUsed"), cell: (token) => <LastUse token={token} />, quiet: true },
        {
          title: say("record.status"),
          cell: (token) => (token.revokedAt ? say("settings.revoked") : <RevokeButton token={token} />),
        },
      ]}
    />
  );
}

function LastUse({ token }: { readonly token: TokenBody }) {
  const say = useSay();
  return token.lastUsedAt ? <DateText value={token.lastUsedAt} relative /> : say("settings.never");
}

function RevokeButton({ token }: { readonly token: TokenBody }) {
  const say = useSay();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const revoke = async () => {
    await callApi(`/api/tokens/${token.id}`, { method: "DELETE" });
    await queries.invalidateQueries({ queryKey: ["tokens"] });
    setAsking(false);
  };
  return (
    <>
      <Button
        size="small"
        color="error"
        aria-label={say("settings.revokeNamed", { name: token.name })}
        onClick={() => setAsking(true)}
      >
        {say("settings.revoke")}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        title={say("settings.revokeTitle", { name: token.name })}
        confirmLabel={say("settings.revoke")}
        onConfirm={revoke}
        onClose={() => setAsking(false)}
      >
        {say("settings.revokeText")}
      </ConfirmDialog>
    </>
  );
}

function NewToken({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const { roles } = useOffice();
  const queries = useQueryClient();
  const [token, setToken] = useState<string | null>(null);
  const make = async (values: JsonObject) => {
    const { body } = await callApi<CreatedTokenBody>("/api/tokens", { method: "POST", body: values });
    setToken(body.token);
    await queries.invalidateQueries({ queryKey: ["tokens"] });
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{say("settings.newToken")}</DialogTitle>
      <DialogContent>
        {token ? (
          <>
            <OneTimeLinkNotice link={token} label={say("settings.token")} text={say("settings.tokenText")} />
            <Button sx={{ mt: 2 }} onClick={onClose}>
              {say("shell.close")}
            </Button>
          </>
        ) : (
          <SchemaForm
            schema={tokenSchema(roles, say)}
            onSubmit={make}
            submitLabel={say("settings.makeToken")}
            onCancel={onClose}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}

function tokenSchema(roles: OfficeDescription["roles"], say: Say): DataSchema {
  return {
    type: "object",
    required: ["name", "roles"],
    properties: {
      name: {
        type: "string",
        minLength: 1,
        maxLength: 100,
        title: say("settings.name"),
        "x-help": say("settings.tokenNameHelp"),
      },
      roles: rolesSchema(roles, say),
    },
  };
}
