import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServedInstallation } from "../served-installation.ts";
import { expectWellBuilt, hasBrowser, openPage, picture, SIZES } from "./browser.ts";
import { closeHouse, federationAt, openHouse, signInAt } from "./house.ts";
import { byKeyboard, byPointer, type Hands } from "./steps.ts";

const MEMBERS = "管理番号,事業者名,所在地\nA-1,みどり堂,高松市番町1-1\nA-2,ふじ屋,高松市番町2-2\n";
const ANSWERS = [
  "タイムスタンプ,事業者名,問1 経営課題（複数回答可）,従業員数",
  "2026/10/05 9:12:00,みどり堂,人手不足；資金繰り,4",
  "2026/10/06 14:30:00,ふじ屋,人手不足,たくさん",
  "2026/10/07 8:00:00,知らない店,人手不足,9",
].join("\n");

let served: ServedInstallation;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  ({ served, browser } = await openHouse(
    SIZES.map(({ name }) => ({ email: `chosa-${name}@example.jp`, federation: federationAt(name) })),
  ));
  const file = join(mkdtempSync(join(tmpdir(), "musubi-members-")), "会員名簿.csv");
  writeFileSync(file, MEMBERS);
  for (const { name } of SIZES) {
    const known = await served.musubi(["import", "businesses", file, "--federation", federationAt(name)]);
    expect(known.code).toBe(0);
  }
});
afterAll(() => closeHouse({ served, browser }));

const signIn = (page: Page, email: string) => signInAt(served.url, page, { email });

async function getTheTable(page: Page, hands: Hands): Promise<void> {
  await page.goto(`${served.url}/businesses`);
  await hands.press(page.getByRole("link", { name: "調査の回答を取り込む" }));
  await page.getByRole("heading", { level: 1, name: "調査の回答を取り込む" }).waitFor();
  await expectWellBuilt(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    hands.press(page.getByRole("link", { name: "回答を書き込む表を受け取る" })),
  ]);
  expect(download.suggestedFilename()).toMatch(/^調査の回答_.*\.xlsx$/);
}

async function bringAnswers(page: Page, hands: Hands, name: string): Promise<void> {
  const file = { name: "回答.csv", mimeType: "text/csv", buffer: Buffer.from(ANSWERS) };
  await page.setInputFiles('input[type="file"]', file);
  await hands.type(page.getByLabel("調査の名前"), "あ".repeat(101));
  await hands.press(page.getByRole("button", { name: "内容を確かめる" }));
  await page.getByText("調査の名前が101文字あります。").first().waitFor();
  await expectWellBuilt(page);
  await page.getByLabel("調査の名前").clear();
  await hands.type(page.getByLabel("調査の名前"), "令和8年度 連携可能性調査");
  await page.setInputFiles('input[type="file"]', file);
  await hands.press(page.getByRole("button", { name: "内容を確かめる" }));
  await page.getByRole("heading", { level: 1, name: "取り込む前の確認" }).waitFor();
  await page.getByText("令和8年度 連携可能性調査の回答（回答.csv）").waitFor();
  await page.getByRole("heading", { level: 2, name: "登録のない回答者（1行）" }).waitFor();
  await page.getByRole("cell", { name: "知らない店" }).waitFor();
  await expectWellBuilt(page);
  await picture(page, `responses-${name}`);
}

async function correctAndTake(page: Page, hands: Hands): Promise<void> {
  const cell = page.getByRole("textbox", { name: /D3/ });
  await cell.clear();
  await hands.type(cell, "12");
  await hands.press(page.getByRole("button", { name: "直した内容で確かめ直す" }));
  await page.getByText("直したところ：1か所").waitFor();
  await hands.press(page.getByRole("button", { name: "すべて取り込む" }));
  await page.getByRole("heading", { level: 1, name: "取り込みました" }).waitFor();
  await page.getByText("変更2行・変更なし0行・未登録1行・要修正0行").first().waitFor();
  await expectWellBuilt(page);
}

async function seeItInTheProfile(page: Page, hands: Hands): Promise<void> {
  await page.goto(`${served.url}/businesses`);
  await hands.press(page.getByRole("link", { name: "みどり堂" }));
  await page.getByRole("heading", { level: 1, name: "みどり堂" }).waitFor();
  await page.getByText("令和8年度 連携可能性調査").first().waitFor();
}

async function takeItBack(page: Page, hands: Hands): Promise<void> {
  await page.goto(`${served.url}/businesses/import`);
  await hands.press(page.getByRole("link", { name: "令和8年度 連携可能性調査の回答（回答.csv）" }));
  await hands.press(page.getByRole("button", { name: "この取り込みを取り消す" }));
  await page.getByRole("heading", { level: 1, name: "取り消しました" }).waitFor();
  await page.getByText("2事業者を元の内容に戻しました").waitFor();
  await expectWellBuilt(page);
}

describe.skipIf(!hasBrowser)("a coordinator with the answers of a survey", () => {
  it.each(SIZES)(
    "gets a table, sees who is unknown, corrects, takes them and takes them back, at $name px",
    async (size) => {
      const page = await openPage(browser, size);
      const hands = size.name === "1280" ? byKeyboard(page) : byPointer;
      await signIn(page, `chosa-${size.name}@example.jp`);
      await getTheTable(page, hands);
      await bringAnswers(page, hands, size.name);
      await correctAndTake(page, hands);
      await seeItInTheProfile(page, hands);
      await takeItBack(page, hands);
      await page.context().close();
    },
  );
});
