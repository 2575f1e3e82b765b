import type { OfferedSkill } from "../reading/offer.ts";

/** The share of the shorter text's words that two skills must have in common to be taken for the same. */
const enoughInCommon = 0.6;
/** One bit each in a 32-bit number. */
const mostSkills = 31;

/** Which of the offer's skills someone's skill stands for, however it is worded, one bit each from the lowest. */
export function coveredSkills(skill: readonly string[], offered: readonly OfferedSkill[]): number {
  let mask = 0;
  for (const [n, { words }] of offered.slice(0, mostSkills).entries()) {
    const common = words.filter((word) => skill.includes(word)).length;
    if (common > 0 && common / Math.min(words.length, skill.length) >= enoughInCommon) mask |= 1 << n;
  }
  return mask;
}

/** How many bits are set. */
export function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** How many of the offer's skills are compared: the first thirty-one. */
export function comparedSkills(offered: readonly OfferedSkill[]): number {
  return Math.min(offered.length, mostSkills);
}
