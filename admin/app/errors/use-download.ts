import { useState } from "react";
import { downloadFile } from "../api/download-file.ts";
import { useSayFailure } from "./use-say-failure.ts";

/** A way to take files that the office makes. */
export interface Download {
  /** The path of the file that is being made; null when none is. */
  readonly busy: string | null;
  /** Takes the file at a path of the office; the body says what it is made of, where the path does not. */
  take(path: string, body?: object): void;
}

/** Hands files to the browser to keep, and tells in a notice why one was refused; a link would open the refusal. */
export function useDownload(): Download {
  const sayFailure = useSayFailure();
  const [busy, setBusy] = useState<string | null>(null);
  const take = (path: string, body?: object) => {
    setBusy(path);
    void downloadFile(path, body)
      .catch(sayFailure)
      .finally(() => setBusy(null));
  };
  return { busy, take };
}
