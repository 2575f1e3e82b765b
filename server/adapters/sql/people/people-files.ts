import type { FileIndex, StoredFile } from "../../../domain/files/stored-file.ts";
import type { PeopleDatabase } from "./people-database.ts";

interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly sha256: string;
  readonly uploaded_by: string;
  readonly uploaded_at: string;
  readonly removed_at?: string | null;
}

/** What is known of each file, in a table. */
export class PeopleFiles implements FileIndex {
  readonly #database: PeopleDatabase;

  constructor(database: PeopleDatabase) {
    this.#database = database;
  }

  async insert(file: StoredFile): Promise<void> {
    await this.#rows().insert({
      id: file.id,
      name: file.name,
      media_type: file.mediaType,
      size: file.size,
      sha256: file.sha256,
      uploaded_by: file.uploadedBy,
      uploaded_at: file.uploadedAt,
    });
  }

  async get(id: string): Promise<StoredFile | null> {
    const row = await this.#rows().where({ id, removed_at: null }).first();
    if (!row) return null;
    return {
      id: row.id,
      name: row.name,
      mediaType: row.media_type,
      size: row.size,
      sha256: row.sha256,
      uploadedBy: row.uploaded_by,
      uploadedAt: row.uploaded_at,
    };
  }

  async removed(): Promise<readonly string[]> {
    return this.#rows().whereNotNull("removed_at").pluck("id");
  }

  async forget(id: string): Promise<void> {
    await this.#rows().where({ id }).delete();
  }

  #rows() {
    return this.#database.knex<FileRow>("files");
  }
}
