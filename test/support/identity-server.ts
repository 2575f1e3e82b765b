import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** Someone whom the identity server knows: they sign in by typing the name that they are known by. */
export interface KnownPerson {
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** Where the office finds it, and what it signs in there with. */
export interface IdentityServer extends AsyncDisposable {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A real OpenID Connect provider on this machine, for one office. */
export async function startIdentityServer(
  redirectUri: string,
  people: { readonly [name: string]: KnownPerson },
): Promise<IdentityServer> {
  const [clientId, clientSecret] = ["the-library", "a secret between two"];
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    cookies: { keys: ["for tests alone"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    pkce: { required: () => true },
    findAccount: (_context, name) => {
      const person = people[name];
      return person && { accountId: name, claims: () => ({ sub: name, ...person }) };
    },
  });
  server.on("request", provider.callback());
  return {
    issuer,
    clientId,
    clientSecret,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A browser that goes from page to page with its cookies, and fills in the provider's plain forms. */
export class PlainBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Opens an address and follows where it leads; answers the last page that is no redirect, or one that `stop` holds back. */
  async open(
    address: string,
    { form, stop }: { readonly form?: URLSearchParams; readonly stop?: (url: string) => boolean } = {},
  ): Promise<{ readonly url: string; readonly status: number; readonly text: string }> {
    let [url, body] = [address, form];
    for (;;) {
      if (stop?.(url)) return { url, status: 0, text: "" };
      const answer = await fetch(url, {
        method: body ? "POST" : "GET",
        redirect: "manual",
        headers: { cookie: this.#cookieFor(url), "accept-language": "en" },
        ...(body && { body }),
      });
      this.#keep(url, answer.headers.getSetCookie());
      const next = answer.headers.get("location");
      if (next === null) return { url, status: answer.status, text: await answer.text() };
      [url, body] = [new URL(next, url).href, undefined];
    }
  }

  #cookieFor(url: string): string {
    const jar = this.#cookies.get(new URL(url).host) ?? new Map<string, string>();
    return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  #keep(url: string, cookies: readonly string[]): void {
    const { host } = new URL(url);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    for (const cookie of cookies) {
      const [pair = ""] = cookie.split(";");
      const [name = "", ...value] = pair.split("=");
      jar.set(name, value.join("="));
    }
  }
}
