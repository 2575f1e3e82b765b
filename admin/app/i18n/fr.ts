import { cases } from "./fr/cases.ts";
import { comparison } from "./fr/comparison.ts";
import { errors } from "./fr/errors.ts";
import { form } from "./fr/form.ts";
import { list } from "./fr/list.ts";
import { pages } from "./fr/pages.ts";
import { record } from "./fr/record.ts";
import { settings } from "./fr/settings.ts";
import { shell } from "./fr/shell.ts";
import { signIn } from "./fr/sign-in.ts";
import { studio } from "./fr/studio.ts";
import { time } from "./fr/time.ts";

/** The French catalogue, by area. It is the one that decides which sentences there are. */
export const fr = { cases, comparison, errors, form, list, pages, record, settings, shell, signIn, studio, time };
