import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { useEffect, useRef } from "react";
import { useFormState } from "react-hook-form";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import { useLanguage, useSay } from "../app/i18n/use-say.ts";
import { type FieldPlan, planAt, planFields } from "./field-plan.ts";
import { fieldId, useFormSetting } from "./form-context.ts";
import { type FormMessage, messagesOf } from "./validate-form.ts";

/** What is wrong with a form that was not accepted: each line leads to its field. Shown once it was sent. */
export function ErrorSummary({ schema }: { readonly schema: DataSchema }) {
  const say = useSay();
  const language = useLanguage();
  const { formId } = useFormSetting();
  const { errors, submitCount } = useFormState();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (submitCount > 0) box.current?.focus();
  }, [submitCount]);
  const fields = planFields(schema, language);
  const messages = inOrder(messagesOf(errors), fields);
  if (submitCount === 0 || messages.length === 0) return null;
  return (
    <Alert severity="error" ref={box} tabIndex={-1} role="alert" sx={{ alignItems: "flex-start" }}>
      <Box sx={{ fontWeight: 600 }}>{say("form.wrong", { smart_count: messages.length })}</Box>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {messages.map(({ path, message }) => {
          const plan = planAt(fields, path);
          return (
            <li key={path}>
              {plan ? (
                <Link
                  component="button"
                  type="button"
                  color="inherit"
                  underline="always"
                  onClick={() => jumpTo(fieldId(formId, path))}
                  sx={{ textAlign: "left", verticalAlign: "baseline" }}
                >
                  {plan.label}
                </Link>
              ) : null}
              {plan ? say("form.colon") : ""}
              {message}
            </li>
          );
        })}
      </Box>
    </Alert>
  );
}

/** The messages in the order in which one meets their fields, what is wrong with the whole first. */
function inOrder(messages: readonly FormMessage[], fields: readonly FieldPlan[]): readonly FormMessage[] {
  const place = ({ path }: FormMessage) => fields.findIndex(({ name }) => name === path.split(".")[0]);
  return [...messages].sort((one, other) => place(one) - place(other));
}

function jumpTo(id: string) {
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}
