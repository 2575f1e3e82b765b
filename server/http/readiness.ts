/** Where a process is in its life. */
export type ServingState = "starting" | "ready" | "stopping";

/** Body of `/readyz`; 200 for `ready` alone. */
export interface Readiness {
  readonly status: ServingState | "unwell";
  readonly database: "reachable" | "unreachable";
  /** `newer`: a later version of the product has been at work here already. */
  readonly migrations: "done" | "newer" | "missing" | "unknown";
  readonly sample: "done" | "pending";
  /** `elsewhere`: the folder of the documents is not that of the other processes, or was not restored. */
  readonly documents: "here" | "elsewhere" | "unknown";
}
