import { afterAll, beforeAll, expect, it } from "vitest";
import { PAGE_SCRIPT_BYTES_MAX, pageScriptBytes } from "../page-weight.ts";
import { serveInstallation, type ServedInstallation } from "../served-installation.ts";
import { signedInCoordinator } from "../signed-in.ts";

let served: ServedInstallation;
beforeAll(async () => {
  served = await serveInstallation({ MUSUBI_DEMO: "0" });
});
afterAll(() => served.stop());

it("the list of businesses loads scripts of at most 150 kB, compressed", async () => {
  const { cookie } = await signedInCoordinator(served, "37");
  const bytes = await pageScriptBytes(served.url, "/businesses?q=ない", cookie);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(PAGE_SCRIPT_BYTES_MAX);
});
