import { headerParameter, type Operation, type PathItem } from "./operation.ts";

const idempotencyKey = headerParameter(
  "Idempotency-Key",
  "A word of your choice: the same request of yours sent again with it within seven days is answered as the first time. 422 with another request; 409 while the first is on its way, once when it broke off and nobody knows whether it was carried out, and when its answer held a secret, was too long or was given to you in another role.",
);

/** The paths, with the key that every write takes but those of the sign-in, where nobody is known yet. */
export function keyedPaths(paths: { readonly [path: string]: PathItem }): { readonly [path: string]: PathItem } {
  return mapped(paths, (item, path) =>
    mapped(item, (operation, method) =>
      method === "get" || path.startsWith("/auth/") ? operation : keyedOperation(operation),
    ),
  );
}

function keyedOperation(operation: Operation): Operation {
  return { ...operation, parameters: [...(operation.parameters ?? []), idempotencyKey] };
}

function mapped<Value>(
  members: { readonly [name: string]: Value },
  change: (value: Value, name: string) => Value,
): { readonly [name: string]: Value } {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, change(value, name)]));
}
