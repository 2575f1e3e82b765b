import type {
  LinkBody,
  SignedInUser,
  SignInBody,
  SignInPageBody,
  StaffMember,
  StoppedMailBody,
} from "../../api-types.ts";
import { bulk, idParameter, json, jsonBody, operation, type PathItem, pathParameter, type Told } from "../operation.ts";
import { closed, flag, integer, list, nullable, oneOf, type Shape, text } from "../shape.ts";

const does = (told: Omit<Told, "tag">) => operation({ tag: "sign-in", ...told });

/** Of an account: null for that of each request. */
export const language: Shape = oneOf("fr", "en", null);

const signIn = closed<SignInBody>({
  user: closed<SignedInUser>({ id: text, name: text, email: text, roles: list(text), language }),
});

const signInPage = closed<SignInPageBody>({
  name: text,
  languages: list(oneOf("fr", "en")),
  sample: flag,
  signIns: list(closed<SignInPageBody["signIns"][number]>({ email: text, title: text })),
  oidc: flag,
});

const link = closed<LinkBody>({
  purpose: oneOf("invitation", "reset", "first-admin"),
  email: nullable(text),
  name: nullable(text),
});

/** Signing in and out, one-time links, one's own account. */
export const signInPaths: { readonly [path: string]: PathItem } = {
  "/auth/login": {
    post: does({
      summary: "Sign in; sets the session cookie",
      body: jsonBody({ email: text, password: text }, ["email", "password"]),
      answer: json(signIn),
      open: true,
    }),
  },
  "/auth/logout": { post: does({ summary: "Sign out", answer: { status: "204" }, open: true }) },
  "/auth/me": { get: does({ summary: "Who is signed in", answer: json(signIn) }) },
  "/auth/office": { get: does({ summary: "What the sign-in page shows", answer: json(signInPage), open: true }) },
  "/auth/oidc": {
    get: does({ summary: "Go and sign in with the identity provider", answer: { status: "303" }, open: true }),
  },
  "/auth/oidc/callback": {
    get: does({ summary: "Back from the identity provider", answer: { status: "303" }, open: true }),
  },
  "/auth/forgotten": {
    post: does({
      summary: "Send a link for a new password; answered alike whether there is such an account",
      body: jsonBody({ email: text }, ["email"]),
      answer: json({ type: "object", additionalProperties: false }, { status: "202" }),
      open: true,
    }),
  },
  "/auth/links/{token}": {
    get: does({
      summary: "What a one-time link is for",
      parameters: [pathParameter("token")],
      answer: json(link),
      open: true,
    }),
    post: does({
      summary: "Use a one-time link: set the password and sign in",
      parameters: [pathParameter("token")],
      body: jsonBody({ password: text, email: text, name: text }, ["password"]),
      answer: json(signIn),
      open: true,
    }),
  },
  "/auth/report-mails/stop": {
    post: does({
      summary: "Stop a mailed report by the link of its mail",
      body: jsonBody({ token: text }, ["token"]),
      answer: json(closed<StoppedMailBody>({ title: text })),
      open: true,
    }),
  },
  "/me": {
    put: does({
      summary: "Change one’s own name, language or password",
      body: jsonBody({ name: text, language, currentPassword: text, password: text }),
      answer: json(signIn),
    }),
  },
  "/staff": {
    get: does({
      summary: "Members of the office; to others, those whom the records name that they may read, without their roles",
      answer: json(list(closed<StaffMember>({ id: text, name: text, roles: list(text) }))),
    }),
  },
  "/staff/{id}/hand-over": {
    get: does({
      summary: "How many open cases and tasks somebody has",
      parameters: idParameter,
      answer: json(closed<{ open: number }>({ open: integer })),
    }),
    post: does({
      summary: "Give somebody’s open cases and tasks to another member of the office",
      parameters: idParameter,
      body: jsonBody({ to: { type: ["string", "null"] } }, ["to"]),
      answer: bulk,
    }),
  },
};
