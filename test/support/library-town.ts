import { type ProductSettings, type RunningProduct, startProduct } from "./running-product.ts";

/** The product as the office of a library, with its first administrator signed in. */
export interface LibraryTown {
  readonly product: RunningProduct;
  /** Calls the product as its administrator; the answer's body as JSON. */
  call(
    path: string,
    init?: { readonly method?: string; readonly body?: unknown },
  ): Promise<{ status: number; body: unknown }>;
  readonly headers: { readonly [name: string]: string };
}

/** Starts the library on an empty database, and opens the link that the start prints for its first administrator. */
export async function startLibraryTown(settings: ProductSettings = {}): Promise<LibraryTown> {
  const environment = {
    PASSERELLE_OFFICE: "test/support/library-office",
    PASSERELLE_SAMPLE: "none",
    ...settings.environment,
  };
  const product = await startProduct({ ...settings, environment });
  const token = await product.untilPrinted(/link=(\S+)/);
  const answer = await fetch(`${product.url}/api/auth/links/${token}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: product.url },
    body: JSON.stringify({ email: "librarian@library.test", name: "Ada Marsh", password: "a library of open shelves" }),
  });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  const headers = { "Content-Type": "application/json", Origin: product.url, Cookie: cookie };
  return {
    product,
    headers,
    async call(path, { method = "GET", body } = {}) {
      const init = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await fetch(`${product.url}${path}`, { method, headers, ...init });
      return { status: response.status, body: await response.json() };
    },
  };
}
