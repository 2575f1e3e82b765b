import { expect, test } from "vitest";
import { pluginReference } from "../../test/support/plugin-reference.ts";

test("the reference of the plugin interface says what its types say", async () => {
  await expect(pluginReference()).toMatchFileSnapshot("../../docs/plugins-reference.md");
});
