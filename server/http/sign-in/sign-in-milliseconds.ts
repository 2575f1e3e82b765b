/** How long another process may go on answering somebody who was signed out, demoted or disabled at this one. */
export const signInMilliseconds = 1000;
