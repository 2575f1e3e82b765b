import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useMemo } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useLanguage, useSay } from "../app/i18n/use-say.ts";
import { type FieldSection, planFields, sectionsOf } from "./field-plan.ts";
import { fieldId, useFormSetting } from "./form-context.ts";
import { FieldInput } from "./inputs/field-input.tsx";
import { type FormChecker, schemaNow } from "./validate-form.ts";

/** From how many sections on a form has a table of contents, where there is room for it. */
const manySections = 4;

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
      {sections.length >= manySections ? <Contents sections={sections} /> : null}
      {sections.map((section, index) => (
        <Section key={section.id ?? ""} section={section} first={index === 0} />
      ))}
    </>
  );
}

function Section({ section, first }: { readonly section: FieldSection; readonly first: boolean }) {
  const { formId } = useFormSetting();
  const fields = section.fields.map((field) => <FieldInput key={field.name} plan={field} path={field.name} />);
  if (!section.title) return <Box sx={{ display: "grid", gap: 2 }}>{fields}</Box>;
  return (
    <Box
      component="fieldset"
      sx={{
        border: 0,
        p: 0,
        m: 0,
        minWidth: 0,
        display: "grid",
        gap: 2,
        ...(first ? {} : { pt: 3, mt: 1, borderTop: 1, borderColor: "divider" }),
      }}
    >
      <Typography
        component="legend"
        variant="h2"
        id={fieldId(formId, `section-${section.id}`)}
        tabIndex={-1}
        sx={{ p: 0, float: "left", width: "100%", scrollMarginTop: 72 }}
      >
        {section.title}
      </Typography>
      {fields}
    </Box>
  );
}

/** The sections of a long form, beside it. */
function Contents({ sections }: { readonly sections: readonly FieldSection[] }) {
  const say = useSay();
  const { formId } = useFormSetting();
  return (
    <Box
      component="nav"
      aria-label={say("form.sections")}
      sx={{
        display: "none",
        position: "absolute",
        left: "calc(100% + 40px)",
        top: 0,
        bottom: 0,
        width: 200,
        "@container (min-width: 900px)": { display: "block" },
      }}
    >
      <Box
        component="ul"
        sx={{ position: "sticky", top: 80, listStyle: "none", m: 0, p: 0, borderLeft: 1, borderColor: "divider" }}
      >
        {sections.map(({ id, title }) =>
          title ? (
            <li key={id}>
              <Link
                component="button"
                type="button"
                color="text.secondary"
                onClick={() => jumpTo(fieldId(formId, `section-${id}`))}
                sx={{ display: "block", px: 1.5, py: 0.5, textAlign: "left", "&:hover": { color: "text.primary" } }}
              >
                {title}
              </Link>
            </li>
          ) : null,
        )}
      </Box>
    </Box>
  );
}

function jumpTo(id: string) {
  const section = document.getElementById(id);
  section?.scrollIntoView({ block: "start" });
  section?.focus({ preventScroll: true });
}
