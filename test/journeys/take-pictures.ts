import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { serveInstallation } from "../served-installation.ts";
import { openBrowser, openPage } from "./browser.ts";

/** `pnpm pictures`: the README's pictures of real screens, taken from the demo. */
const FOLDER = join(import.meta.dirname, "pictures");

async function signIn(page: Page, url: string, greeting: string): Promise<void> {
  const [, email = "", password = ""] = /(\S+@\S+)\s+(\S+)\s+coordinator/.exec(greeting) ?? [];
  await page.goto(url);
  await page.getByLabel("メールアドレス").fill(email);
  await page.getByLabel("パスワード", { exact: true }).fill(password);
  await page.getByRole("button", { name: "サインインする" }).click();
  await page.getByRole("heading", { level: 1, name: "今日の仕事" }).waitFor();
}

async function discover(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/discover`);
  await page.getByRole("radio", { name: /共通課題の解決/ }).check();
  await page.getByRole("button", { name: "候補を探す" }).last().click();
  await page.getByText("第1候補").first().waitFor();
}

const save = (page: Page, name: string) => page.screenshot({ path: join(FOLDER, `${name}.png`) });

mkdirSync(FOLDER, { recursive: true });
const served = await serveInstallation();
const browser = await openBrowser();
try {
  const office = await openPage(browser, { width: 1280, height: 800 });
  await signIn(office, served.url, served.greeting);
  await discover(office, served.url);
  await save(office, "candidates");
  await office
    .getByRole("link", { name: /くわしく見る/ })
    .first()
    .click();
  await office.getByRole("heading", { name: "点数の理由" }).scrollIntoViewIfNeeded();
  await save(office, "reasons");
  await office.goto(`${served.url}/groups`);
  await save(office, "board");
  await office.goto(`${served.url}/businesses?q=${encodeURIComponent("潮灯水産")}`);
  await office.getByRole("link", { name: "株式会社潮灯水産", exact: true }).click();
  await office.getByRole("heading", { level: 1, name: /潮灯水産/ }).waitFor();
  await save(office, "profile");
  const phone = await openPage(browser, { width: 360, height: 740 });
  await signIn(phone, served.url, served.greeting);
  await phone.goto(`${served.url}/groups`);
  await phone
    .getByRole("link", { name: /遺品整理/ })
    .first()
    .click();
  await phone.getByText("今やること").first().waitFor();
  await save(phone, "group-on-a-phone");
} finally {
  await browser.close();
  await served.stop();
}
