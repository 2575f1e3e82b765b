import { cases } from "./en/cases.ts";
import { comparison } from "./en/comparison.ts";
import { errors } from "./en/errors.ts";
import { form } from "./en/form.ts";
import { list } from "./en/list.ts";
import { pages } from "./en/pages.ts";
import { record } from "./en/record.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { signIn } from "./en/sign-in.ts";
import { studio } from "./en/studio.ts";
import { time } from "./en/time.ts";

/** The English catalogue, by area. */
export const en = { cases, comparison, errors, form, list, pages, record, settings, shell, signIn, studio, time };
