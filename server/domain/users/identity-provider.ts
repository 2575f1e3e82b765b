/** Tells who somebody is: another organisation's sign-in (OpenID Connect), such as ProConnect. */
export interface IdentityProvider {
  /** Where the browser is sent to sign in, and what must be kept of it until it comes back. @throws what the network throws. */
  begin(returnTo: string): Promise<{ readonly url: string; readonly pending: PendingSignIn }>;
  /** Who came back to that address. @throws DomainError `identity-refused`; what the network throws. */
  finish(pending: PendingSignIn, cameBackTo: string): Promise<Identity>;
}

/** Ties the answer of the provider to the browser that asked, and proves that the question was ours. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

/** Who somebody is, as their provider says. */
export interface Identity {
  readonly email: string | null;
  /** The provider vouches that the address is theirs. */
  readonly isVerified: boolean;
}
