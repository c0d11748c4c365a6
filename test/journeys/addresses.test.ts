import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataDirectory, serveInstallation, type ServedInstallation } from "../served-installation.ts";
import { hasBrowser, openBrowser } from "./browser.ts";

const EMAIL = "shidoin@example.jp";
const PASSWORD = "とても長い合言葉にしました";

const hasOpenssl = (() => {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    if (process.env["CI"]) throw new Error("No openssl; CI makes a certificate with it.");
    console.log("Skipped: no openssl to make a certificate with, so no https proxy is tried.");
    return false;
  }
})();

const directory = dataDirectory();
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** An https proxy as an office has it: it ends the encryption and hands on what it got, to where it is told. */
async function openProxy(): Promise<{ proxy: Server; origin: string; handOnTo: (url: string) => void }> {
  const [key, cert] = [join(directory, "key.pem"), join(directory, "cert.pem")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  execFileSync(
    "openssl",
    ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", cert, ...subject],
    {
      stdio: "ignore",
    },
  );
  let behind = "";
  const proxy = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (received, answered) => {
    const headers = { ...received.headers, "x-forwarded-for": received.socket.remoteAddress };
    const handed = request(`${behind}${received.url}`, { method: received.method ?? "GET", headers }, (answer) => {
      answered.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(answered);
    });
    received.pipe(handed);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const origin = `https://localhost:${(proxy.address() as AddressInfo).port}`;
  return { proxy, origin, handOnTo: (url) => void (behind = url) };
}

async function addCoordinator(served: ServedInstallation): Promise<void> {
  const added = await served.musubi(
    ["user", "add", EMAIL, "--role", "coordinator", "--federation", "37"],
    `${PASSWORD}\n`,
  );
  expect(added).toMatchObject({ code: 0 });
}

/** Signs in by the page's form, and is still signed in when the page is read anew. */
async function signInAndStay(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(origin);
  await page.getByLabel("メールアドレス").fill(EMAIL);
  await page.getByLabel("パスワード", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "サインインする" }).click();
  await page.getByRole("heading", { level: 1, name: "今日の仕事" }).waitFor();
  const cookies = await context.cookies();
  expect(cookies.find(({ name }) => name === "__Host-musubi")).toMatchObject({
    secure: true,
    httpOnly: true,
    sameSite: "Lax",
  });
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "今日の仕事" }).waitFor();
}

describe.skipIf(!hasBrowser)("signing in by the page", () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(() => browser?.close());

  it("works over plain http on 127.0.0.1 and on localhost, with and without JavaScript", async () => {
    const served = await serveInstallation({ MUSUBI_DEMO: "0" });
    try {
      await addCoordinator(served);
      for (const origin of [served.url, served.url.replace("127.0.0.1", "localhost")]) {
        for (const javaScriptEnabled of [true, false]) {
          const context = await browser.newContext({ locale: "ja-JP", javaScriptEnabled });
          await signInAndStay(context, origin);
          await context.close();
        }
      }
    } finally {
      await served.stop();
    }
  });

  it.skipIf(!hasOpenssl)(
    "works behind an https proxy at the public address, and forms are taken from there alone",
    async () => {
      const { proxy, origin, handOnTo } = await openProxy();
      const served = await serveInstallation({ MUSUBI_ORIGIN: origin });
      handOnTo(served.url);
      try {
        expect(served.greeting).not.toContain("demo.example");
        await addCoordinator(served);
        const context = await browser.newContext({ locale: "ja-JP", ignoreHTTPSErrors: true });
        await signInAndStay(context, origin);
        await context.close();
        const forged = await fetch(`${served.url}/sign-in`, {
          method: "POST",
          headers: { origin: "https://evil.example", "content-type": "application/x-www-form-urlencoded" },
          body: "email=a&password=b",
        });
        expect(forged.status).toBe(403);
      } finally {
        await served.stop();
        proxy.close();
      }
    },
  );

  it("says why it cannot work at another name without encryption", async () => {
    const served = await serveInstallation({ MUSUBI_DEMO: "0" });
    const mapped = await openBrowser(["--host-resolver-rules=MAP musubi.local 127.0.0.1"]);
    try {
      const page = await (await mapped.newContext({ locale: "ja-JP" })).newPage();
      await page.goto(served.url.replace("127.0.0.1", "musubi.local"));
      await page.getByText("この開き方ではサインインできません").waitFor();
    } finally {
      await mapped.close();
      await served.stop();
    }
  });
});
