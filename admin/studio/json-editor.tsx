import { autocompletion } from "@codemirror/autocomplete";
import { json, jsonLanguage } from "@codemirror/lang-json";
import { type Diagnostic, linter, lintGutter } from "@codemirror/lint";
import { EditorView } from "@codemirror/view";
import { useTheme } from "@mui/material/styles";
import CodeMirror from "@uiw/react-codemirror";
import { useMemo, useRef } from "react";
import type { Finding, LintAnswer } from "../../server/engine/definition/finding.ts";
import { recordTypeSchema } from "../../server/engine/definition/schemas/record-type-schema.ts";
import { workflowSchema } from "../../server/engine/definition/schemas/workflow-schema.ts";
import { styleNonce } from "../app/theme/style-cache.ts";
import { completeJson } from "./json-completion.ts";
import { rangeAtPointer } from "./json-pointer-range.ts";
import type { MetaSchema } from "./schema-at.ts";
import type { DefinitionKind } from "./use-definition.ts";

interface Props {
  readonly label: string;
  readonly value: string;
  /** Whose schema completes it. */
  readonly kind: DefinitionKind;
  readonly onChange: (text: string) => void;
  /** What is wrong with a text that is JSON, with the pointer of each place. */
  readonly lint: (text: string) => Promise<LintAnswer>;
}

const schemas: { readonly [kind in DefinitionKind]: MetaSchema } = {
  workflow: workflowSchema,
  "record-type": recordTypeSchema,
};

/** A JSON document with completion from its schema, and the office's own remarks at their places. */
export function JsonEditor({ label, value, kind, onChange, lint }: Props) {
  const dark = useTheme().palette.mode === "dark";
  const latest = useRef(lint);
  latest.current = lint;
  const extensions = useMemo(
    () => [
      json(),
      lintGutter(),
      linter(async (view) => diagnostics(view, await latest.current(view.state.doc.toString())), { delay: 400 }),
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
      EditorView.lineWrapping,
      EditorView.cspNonce.of(styleNonce()),
      autocompletion(),
      jsonLanguage.data.of({ autocomplete: completeJson(schemas[kind]) }),
    ],
    [label, kind],
  );
  return (
    <CodeMirror
      value={value}
      height="70vh"
      theme={dark ? "dark" : "light"}
      extensions={extensions}
      onChange={onChange}
    />
  );
}

function diagnostics(view: EditorView, { errors, warnings }: LintAnswer): Diagnostic[] {
  const at = (severity: Diagnostic["severity"]) => (finding: Finding) => ({
    ...rangeAtPointer(view.state, finding.path),
    severity,
    message: finding.message,
  });
  return [...errors.map(at("error")), ...warnings.map(at("warning"))];
}
