import createCache from "@emotion/cache";

/**
 * What this page's answer allows styles by: the content policy refuses those without it. The server writes it into
 * `index.html`, another one each time.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}

/** Where Material UI's styles are made, each with the nonce. */
export function makeStyleCache() {
  return createCache({ key: "ui", nonce: styleNonce(), prepend: true });
}
