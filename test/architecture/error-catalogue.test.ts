import { expect, test } from "vitest";
import { errorCatalogue } from "../support/error-catalogue.ts";

test("every refusal that the code can make is documented", async () => {
  await expect(errorCatalogue()).toMatchFileSnapshot("../../docs/errors.md");
});
