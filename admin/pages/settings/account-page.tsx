import Box from "@mui/material/Box";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocaleState, useNotify } from "react-admin";
import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { callApi } from "../../app/api/api-client.ts";
import { languageNames } from "../../app/i18n/language.ts";
import { type Say, useSay } from "../../app/i18n/use-say.ts";
import { useOffice } from "../../app/office/use-office.ts";
import { PageHead } from "../../app/parts/page-head.tsx";
import { Section } from "../../app/parts/section.tsx";
import { ColorChip } from "../../app/parts/stage-chip.tsx";
import { SchemaForm } from "../../schema-ui/schema-form.tsx";

/** `/settings/account`: who one is here, one's language and password. */
export function AccountPage() {
  const say = useSay();
  const notify = useNotify();
  const { user, roles } = useOffice();
  const queries = useQueryClient();
  const [language, setLanguage] = useLocaleState();
  // Once it is changed, the form begins anew: what was typed in it is right no more.
  const [changes, setChanges] = useState(0);
  const saveAccount = async (values: JsonObject) => {
    await callApi("/api/me", { method: "PUT", body: values });
    setLanguage(values["language"] === "en" ? "en" : "fr");
    await queries.invalidateQueries({ queryKey: ["office"] });
    notify(say("form.saved"), { type: "success" });
  };
  const savePassword = async (values: JsonObject) => {
    await callApi("/api/me", { method: "PUT", body: values });
    notify(say("settings.passwordChanged"), { type: "success" });
    setChanges(changes + 1);
  };
  return (
    <>
      <PageHead
        title={say("settings.account")}
        line={
          <>
            {user.email}
            {user.roles.map((role) => (
              <ColorChip key={role} color="slate" label={roles.find(({ id }) => id === role)?.title ?? role} />
            ))}
          </>
        }
      />
      <Box sx={{ display: "grid", gap: 2 }}>
        <Section title={say("settings.me")}>
          <SchemaForm
            schema={accountSchema(say)}
            record={{ name: user.name, language }}
            onSubmit={saveAccount}
            submitLabel={say("form.save")}
          />
        </Section>
        <Section title={say("signIn.password")}>
          <SchemaForm
            key={changes}
            schema={passwordSchema(say)}
            onSubmit={savePassword}
            submitLabel={say("settings.changePassword")}
            quiet
          />
        </Section>
      </Box>
    </>
  );
}

function accountSchema(say: Say): DataSchema {
  return {
    type: "object",
    required: ["name", "language"],
    properties: {
      name: { type: "string", title: say("signIn.name"), minLength: 1, maxLength: 200 },
      language: {
        type: "string",
        title: say("settings.language"),
        enum: Object.keys(languageNames),
        "x-labels": languageNames,
      },
    },
  };
}

function passwordSchema(say: Say): DataSchema {
  return {
    type: "object",
    required: ["currentPassword", "password"],
    properties: {
      currentPassword: { type: "string", title: say("settings.currentPassword"), "x-secret": true },
      password: {
        type: "string",
        title: say("signIn.newPassword"),
        minLength: 12,
        maxLength: 200,
        "x-secret": true,
        "x-help": say("signIn.passwordHelp"),
      },
    },
  };
}
