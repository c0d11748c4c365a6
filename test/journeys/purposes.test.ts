import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveInstallation, type ServedInstallation } from "../served-installation.ts";
import { expectWellBuilt, hasBrowser, openBrowser, openPage, picture, SIZES } from "./browser.ts";
import { closeHouse } from "./house.ts";

/** What the invented town is asked for, and what has to be told of the best candidate. */
const PURPOSES = [
  { name: "共通課題の解決", says: "共通の課題" },
  { name: "共同受注", says: "必要な技術・許認可の充足" },
  { name: "共同購買", says: "共通する仕入品" },
  { name: "異業種連携", says: "強みの補完" },
  { name: "通年の仕事づくり", says: "月ごとに必要な人手" },
] as const;

let served: ServedInstallation;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  served = await serveInstallation({});
  browser = await openBrowser();
});
afterAll(() => closeHouse({ served, browser }));

async function signIn(page: Page): Promise<void> {
  await page.goto(served.url);
  await page.getByLabel("メールアドレス").fill("shidoin@demo.example");
  await page.getByLabel("パスワード", { exact: true }).fill("musubi-demo-2026");
  await page.getByRole("button", { name: "サインインする" }).click();
  await page.getByRole("heading", { level: 1, name: "今日の仕事" }).waitFor();
}

/** From its top: the bar at the bottom of a phone covers half a line elsewhere. */
async function lookAt(page: Page, file: string): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectWellBuilt(page);
  await picture(page, file);
}

async function ask(page: Page, name: string): Promise<void> {
  await page.goto(`${served.url}/discover`);
  await page.getByRole("radio", { name: new RegExp(`^${name}`) }).check();
  if (name === "共同受注") {
    await page.getByLabel("技術1", { exact: true }).selectOption({ label: "切削加工" });
  }
  await page.getByRole("button", { name: "候補を探す" }).last().click();
  await page.getByRole("heading", { name: "第1候補" }).waitFor({ timeout: 90_000 });
}

describe.skipIf(!hasBrowser).each(SIZES)("a coordinator at $name px", ({ name: size, ...viewport }) => {
  it("finds candidates for each purpose and sees why", async () => {
    const page = await openPage(browser, viewport);
    await signIn(page);
    for (const [index, { name, says }] of PURPOSES.entries()) {
      await ask(page, name);
      await lookAt(page, `purpose-${index + 1}-${size}`);
      await page.getByRole("link", { name: "くわしく見る" }).first().click();
      await page.getByRole("heading", { name: "点数の理由" }).waitFor();
      expect(await page.locator("main").innerText()).toContain(says);
      await lookAt(page, `purpose-${index + 1}-reasons-${size}`);
    }
    await page.close();
  });

  it("chooses where to look on the map, and asks why a business is in no candidate", async () => {
    const page = await openPage(browser, viewport);
    await signIn(page);
    await page.goto(`${served.url}/discover`);
    await page.getByRole("radio", { name: /^共通課題の解決/ }).check();
    const hirosaki = page.getByRole("checkbox", { name: /^弘前市/ });
    await page.locator("svg circle", { has: page.locator("title", { hasText: /^弘前市$/ }) }).click();
    expect(await hirosaki.isChecked()).toBe(true);
    await page.getByLabel("中心にする市区町村").selectOption({ label: "弘前市" });
    await page.getByLabel("半径").fill("12");
    await lookAt(page, `where-${size}`);
    await page.getByRole("button", { name: "候補を探す" }).last().click();
    await page.getByRole("heading", { name: "第1候補" }).waitFor({ timeout: 90_000 });
    expect(await page.locator("main").innerText()).toContain("弘前市の中心から12km以内の円");

    await page.getByRole("link", { name: "名前を挙げて、候補に出ない理由を調べる" }).click();
    await page.getByLabel("事業者名").fill("銀膜鍍金");
    await page.getByRole("button", { name: "探す", exact: true }).click();
    await page.getByRole("link", { name: "株式会社銀膜鍍金" }).click();
    await page.getByText("探した地区の外にあります。").waitFor({ timeout: 30_000 });
    await lookAt(page, `why-${size}`);
    await page.close();
  });
});
