/** Up to how many records of a list the office counts exactly: there may be more than so many. */
export const countedUpTo = 10_000;
