import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { identityRefused } from "../../domain/users/identity-errors.ts";
import type { Identity, IdentityProvider, PendingSignIn } from "../../domain/users/identity-provider.ts";

/** An OpenID Connect provider, and what this office is called there. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** It answers for the addresses that it gives, though it does not say `email_verified` (ProConnect). */
  readonly trustsEmail: boolean;
}

const scope = "openid email";
/** Seconds that the provider may take for one answer. */
const patience = 10;

/** An OpenID Connect provider: code flow with PKCE, state and nonce. What it says of itself is asked at the first sign-in. */
export class OpenidProvider implements IdentityProvider {
  readonly #settings: OidcSettings;
  #known: Promise<Configuration> | undefined;

  constructor(settings: OidcSettings) {
    this.#settings = settings;
  }

  async begin(returnTo: string): Promise<{ readonly url: string; readonly pending: PendingSignIn }> {
    const configuration = await this.#configuration();
    const pending = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), returnTo };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: returnTo,
      scope,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: "S256",
    });
    return { url: url.href, pending };
  }

  async finish({ state, nonce, verifier }: PendingSignIn, cameBackTo: string): Promise<Identity> {
    const configuration = await this.#configuration();
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    try {
      const tokens = await authorizationCodeGrant(configuration, new URL(cameBackTo), checks);
      const subject = tokens.claims()?.sub ?? "";
      const claims = await fetchUserInfo(configuration, tokens.access_token, subject);
      const { email = null, email_verified: isVerified = this.#settings.trustsEmail } = claims;
      return { email, isVerified: isVerified === true };
    } catch (error) {
      if (error instanceof AuthorizationResponseError || error instanceof ClientError) throw identityRefused();
      throw error;
    }
  }

  #configuration(): Promise<Configuration> {
    this.#known ??= this.#discover().catch((error: unknown) => {
      this.#known = undefined;
      throw error;
    });
    return this.#known;
  }

  async #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const url = new URL(issuer);
    const execute = url.protocol === "http:" ? [allowInsecureRequests] : [];
    return discovery(url, clientId, clientSecret, undefined, { execute, timeout: patience });
  }
}
