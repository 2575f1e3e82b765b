import { isCalendarDay } from "../time/calendar-day.ts";
import { isDuration } from "../time/duration.ts";
import { isInstant } from "../time/instant.ts";

/**
 * The formats that schemas may name, each with its check: both validators use these, and no others.
 * A text is checked as it is typed; what is only written differently (spaces in a telephone number) is not refused.
 */
export const formats: { readonly [name: string]: (text: string) => boolean } = {
  date: isCalendarDay,
  time: (text) => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text),
  "date-time": isInstant,
  duration: isDuration,
  email: isEmail,
  phone: isPhone,
  siret: isSiret,
  "postal-code": (text) => /^(0[1-9]|[1-8]\d|9[0-8])\d{3}$/.test(text),
  "insee-commune": (text) => /^(0[1-9]|[1-8]\d|9[0-5]|2[AB])\d{3}$|^9[78]\d{3}$/.test(text),
  uri: isWebAddress,
  regex: isPattern,
};

const FRENCH_PHONE = /^(0|(\+33|0033)0?)[1-9]\d{8}$/;
const FOREIGN_PHONE = /^(\+|00)[1-9]\d{6,14}$/;
const SHORT_PHONE = /^(1\d|3\d{3}|1[01]\d{4})$/;
/** The SIREN of La Poste: the SIRETs of its offices do not follow Luhn's rule, the sum of their digits is a multiple of 5. */
const LA_POSTE = "356000000";

function isEmail(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s@"<>()[\],;:\\]{1,64}@([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,}$/u.test(text)
  );
}

/** French numbers as people write them (`06 12 34 56 78`, `+33 6 12 34 56 78`), short ones, and international ones. */
function isPhone(text: string): boolean {
  if (/[^\d\s.\-/()+]/.test(text)) return false;
  const digits = text.replace(/[\s.\-/()]/g, "");
  return FRENCH_PHONE.test(digits) || FOREIGN_PHONE.test(digits) || SHORT_PHONE.test(digits);
}

function isSiret(text: string): boolean {
  const digits = text.replace(/\s/g, "");
  if (!/^\d{14}$/.test(digits)) return false;
  return luhn(digits) % 10 === 0 || (digits.startsWith(LA_POSTE) && digitSum(digits) % 5 === 0);
}

function luhn(digits: string): number {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighted = place % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum;
}

function digitSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0);
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
