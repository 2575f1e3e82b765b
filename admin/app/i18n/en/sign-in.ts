import type { signIn as french } from "../fr/sign-in.ts";
import type { Words } from "../words.ts";

export const signIn: Words<typeof french> = {
  title: "Sign in",
  email: "E-mail address",
  name: "Full name",
  password: "Password",
  newPassword: "New password",
  passwordHelp: "12 characters or more; a phrase does very well.",
  submit: "Sign in",
  bothNeeded: "Enter your e-mail address and your password.",
  forgotten: "Forgotten your password?",
  forgottenTitle: "Forgotten password",
  forgottenText: "Enter your address: a link to choose a new password will be sent to you.",
  forgottenSubmit: "Send me a link",
  forgottenSent:
    "If this address is known, a link has just been sent to it. Without a message, ask the administrator for a link.",
  back: "Back to sign-in",
  mailStopTitle: "Stop receiving this report",
  mailStopText: "A report is mailed to you every month.",
  mailStop: "Stop receiving it",
  mailStopped: "Done: “%{title}” will not be mailed to you any more.",
  mailNotStopped: "This link has been used: the report is no longer mailed to you.",
  linkTitle: "Choose your password",
  linkFor: "%{name} · %{email}",
  linkSubmit: "Save and sign in",
  linkOver: "This link no longer works",
  linkOverText: "It has been used, or it has expired. Ask the administrator for another one.",
  promise: "Everyone at the right step, at the right time.",
  promiseText: "The working tool of those who accompany others.",
  sample: "Sample town",
  sampleText: "Choose a role to try it. Password: %{password}",
};
