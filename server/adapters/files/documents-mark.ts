import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SettingStore } from "../../domain/office/setting-store.ts";

const setting = "documents-mark";

/**
 * A file beside the documents that bears the same mark as the database: without it, or with another, the folder is not the
 * one that the other processes of the office use, or was not restored.
 */
export class DocumentsMark {
  readonly #folder: string;
  readonly #settings: SettingStore;

  constructor(folder: string, settings: SettingStore) {
    this.#folder = folder;
    this.#settings = settings;
  }

  /** Marks both, where the office has no mark yet. For one process at a time. */
  async make(): Promise<void> {
    if ((await this.#settings.get(setting)) !== null) return;
    const mark = (await this.#inFolder()) ?? randomUUID();
    await mkdir(this.#folder, { recursive: true });
    await writeFile(this.#file(), mark);
    await this.#settings.set(setting, mark);
  }

  async isThere(): Promise<boolean> {
    return (await this.#inFolder()) === (await this.#settings.get(setting));
  }

  async #inFolder(): Promise<string | null> {
    return readFile(this.#file(), "utf8").catch(() => null);
  }

  #file(): string {
    return join(this.#folder, ".office");
  }
}
