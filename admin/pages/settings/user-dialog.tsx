import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify } from "react-admin";
import type { InvitedUserBody, OfficeDescription, ResetLinkBody, UserBody } from "../../../server/http/api-types.ts";
import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { callApi } from "../../app/api/api-client.ts";
import { HandOverDialog } from "../../app/bulk/hand-over-dialog.tsx";
import { type Say, useSay } from "../../app/i18n/use-say.ts";
import { useOffice } from "../../app/office/use-office.ts";
import { BusyButton } from "../../app/parts/busy-button.tsx";
import { askedWhen } from "../../schema-ui/asked-when.ts";
import { SchemaForm } from "../../schema-ui/schema-form.tsx";
import { OneTimeLinkNotice } from "./one-time-link-notice.tsx";
import { rolesSchema } from "./roles-schema.ts";

/** Invites someone, or changes their name, roles and whether they may sign in. A link that cannot be mailed is shown. */
export function UserDialog({ user, onClose }: { readonly user: UserBody | null; readonly onClose: () => void }) {
  const say = useSay();
  const notify = useNotify();
  const office = useOffice();
  const queries = useQueryClient();
  const [link, setLink] = useState<string | null>(null);
  const [handingOver, setHandingOver] = useState<{ readonly reason?: string } | null>(null);
  const save = async (values: JsonObject) => {
    const path = user ? `/api/users/${user.id}` : "/api/users";
    const account = withFields(values, office);
    const { body } = await callApi<InvitedUserBody>(path, {
      method: user ? "PUT" : "POST",
      body: user ? { ...account, version: user.version } : account,
    });
    await queries.invalidateQueries({ queryKey: ["users"] });
    await queries.invalidateQueries({ queryKey: ["staff"] });
    if (body.link) return setLink(body.link);
    notify(say(user ? "form.saved" : "settings.inviteSent"), { type: "success" });
    const open = user && values["disabled"] === true && !user.disabled ? await openCasesOf(user).catch(() => 0) : 0;
    if (open > 0) return setHandingOver({ reason: say("settings.stillHasCases", { smart_count: open }) });
    onClose();
  };
  if (user && handingOver) return <HandOverDialog person={user} {...handingOver} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{user?.name ?? say("settings.invite")}</DialogTitle>
      <DialogContent>
        {link ? (
          <OneTimeLinkNotice link={link} />
        ) : (
          <SchemaForm
            schema={userSchema(office, user !== null, say)}
            record={user ? { ...user.fields, ...pick(user) } : {}}
            onSubmit={save}
            submitLabel={say(user ? "form.save" : "settings.sendInvite")}
            onCancel={onClose}
            note={
              user ? (
                <>
                  <ResetLink user={user} onLink={setLink} />
                  <Button size="small" sx={{ justifySelf: "start" }} onClick={() => setHandingOver({})}>
                    {say("list.handOver")}
                  </Button>
                </>
              ) : null
            }
          />
        )}
      </DialogContent>
      {link ? (
        <DialogActions>
          <Button onClick={onClose}>{say("shell.close")}</Button>
        </DialogActions>
      ) : null}
    </Dialog>
  );
}

async function openCasesOf({ id }: UserBody): Promise<number> {
  return (await callApi<{ readonly open: number }>(`/api/staff/${id}/hand-over`)).body.open;
}

function ResetLink({ user, onLink }: { readonly user: UserBody; readonly onLink: (link: string) => void }) {
  const say = useSay();
  const notify = useNotify();
  const ask = async () => {
    const { body } = await callApi<ResetLinkBody>(`/api/users/${user.id}/reset-link`, { method: "POST", body: {} });
    if (body.link) onLink(body.link);
    else notify(say("settings.linkMailed"), { type: "success" });
  };
  return (
    <BusyButton size="small" sx={{ justifySelf: "start" }} onPress={ask}>
      {say("settings.resetLink")}
    </BusyButton>
  );
}

const pick = ({ name, email, roles, disabled }: UserBody) => ({ name, email, roles, disabled });

/** What is asked because of a role goes into the account's own fields, and out of them with the role. */
function withFields(values: JsonObject, { accountFields }: OfficeDescription): JsonObject {
  const names = accountFields.map(({ name }) => name);
  const entries = Object.entries(values);
  return {
    ...Object.fromEntries(entries.filter(([name]) => !names.includes(name))),
    ...(names.length > 0 && { fields: Object.fromEntries(entries.filter(([name]) => names.includes(name))) }),
  };
}

function userSchema(office: OfficeDescription, known: boolean, say: Say): DataSchema {
  return {
    type: "object",
    required: ["name", "email", "roles"],
    properties: {
      name: { type: "string", title: say("signIn.name"), minLength: 1, maxLength: 200 },
      email: { type: "string", format: "email", title: say("signIn.email") },
      roles: rolesSchema(office.roles, say),
      ...(known ? { disabled: { type: "boolean" as const, title: say("settings.mayNotSignIn") } } : {}),
    },
    allOf: office.accountFields.map(({ name, roles, schema }) => {
      const hasRole = { required: ["roles"], properties: { roles: { contains: { enum: [...roles] } } } };
      return askedWhen(hasRole, name, schema);
    }),
  };
}
