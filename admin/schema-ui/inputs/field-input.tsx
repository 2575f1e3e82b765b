import type { ComponentType } from "react";
import type { FieldKind } from "../field-plan.ts";
import type { InputProps, NestingInputProps } from "../use-field.tsx";
import { BooleanInput } from "./boolean-input.tsx";
import { ChoiceInput } from "./choice-input.tsx";
import { ChoicesInput } from "./choices-input.tsx";
import { CommuneInput } from "./commune-input.tsx";
import { DateInput } from "./date-input.tsx";
import { DateTimeInput } from "./date-time-input.tsx";
import { FileInput } from "./file-input.tsx";
import { FormattedInput } from "./formatted-input.tsx";
import { GroupInput } from "./group-input.tsx";
import { JsonInput } from "./json-input.tsx";
import { NumberInput } from "./number-input.tsx";
import { ReferenceInput } from "./reference-input.tsx";
import { RowsInput } from "./rows-input.tsx";
import { StaffInput } from "./staff-input.tsx";
import { SuggestInput } from "./suggest-input.tsx";
import { TextInput } from "./text-input.tsx";
import { TimeInput } from "./time-input.tsx";
import { WordsInput } from "./words-input.tsx";

const inputs: { readonly [Kind in FieldKind]: ComponentType<NestingInputProps> } = {
  text: TextInput,
  textarea: TextInput,
  email: TextInput,
  web: TextInput,
  time: TimeInput,
  phone: FormattedInput,
  siret: FormattedInput,
  "postal-code": FormattedInput,
  commune: CommuneInput,
  date: DateInput,
  "date-time": DateTimeInput,
  number: NumberInput,
  money: NumberInput,
  boolean: BooleanInput,
  choice: ChoiceInput,
  choices: ChoicesInput,
  words: WordsInput,
  rows: RowsInput,
  group: GroupInput,
  reference: ReferenceInput,
  references: ReferenceInput,
  suggest: SuggestInput,
  staff: StaffInput,
  stage: TextInput,
  file: FileInput,
  json: JsonInput,
};

/** The input of one field, by its kind. */
export function FieldInput(props: InputProps) {
  const Input = inputs[props.plan.kind];
  return <Input {...props} Inner={FieldInput} />;
}
