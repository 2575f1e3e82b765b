import type { Json } from "../../plugin-api/json.ts";

/** Keeps single values of the installation, such as a secret that was made at the first start. */
export interface SettingStore {
  /** The value of that key; null while it was never set. */
  get(key: string): Promise<Json>;
  set(key: string, value: Json): Promise<void>;
  /** Sets the value unless there is one, and answers the one that is there: of two processes, both get the same. */
  setOnce(key: string, value: Json): Promise<Json>;
}
