import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useMemo } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useLanguage } from "../app/i18n/use-say.ts";
import { planFields, sectionsOf } from "./field-plan.ts";
import { FieldInput } from "./inputs/field-input.tsx";
import { type FormChecker, schemaNow } from "./validate-form.ts";

/** The fields that the form has at this moment, by section; they come and go with what is typed. */
export function FormFields({ checker }: { readonly checker: FormChecker }) {
  const language = useLanguage();
  const { control } = useFormContext();
  const values = useWatch({ control });
  const sections = useMemo(() => {
    const schema = schemaNow(checker, values);
    const typed = planFields(schema, language).filter((field) => !field.derived);
    return sectionsOf(typed, checker.schema, language);
  }, [checker, values, language]);
  return (
    <>
      {sections.map((section) => (
        <Box
          key={section.id ?? ""}
          component={section.title ? "fieldset" : "div"}
          sx={{ border: 0, p: 0, m: 0, minWidth: 0, display: "grid", gap: 2 }}
        >
          {section.title ? (
            <Typography component="legend" variant="h2" sx={{ p: 0, mt: 1, mb: 1.5 }}>
              {section.title}
            </Typography>
          ) : null}
          {section.fields.map((field) => (
            <FieldInput key={field.name} plan={field} path={field.name} />
          ))}
        </Box>
      ))}
    </>
  );
}
