import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServedInstallation } from "../served-installation.ts";
import { expectWellBuilt, hasBrowser, openPage, picture, SIZES } from "./browser.ts";
import { closeHouse, federationAt, openHouse, signInAt } from "./house.ts";
import { answerWhereFrom, byKeyboard, byPointer, type Hands } from "./steps.ts";

/** Twelve noodle shops and makers around Takamatsu station; one row is faulty on purpose. */
const LIST = [
  "管理番号,事業者名,フリガナ,所在地,市区町村コード,緯度,経度,業種,従業員数,資本金,課題,許認可,まとめ役の意向",
  ...Array.from({ length: 12 }, (_, index) => {
    const place = `高松市番町${index + 1}丁目1-1,37201,${(34.34 + index / 2000).toFixed(4)},134.0450`;
    return `T${index + 1},さぬき${"一二三四五六七八九十百千"[index]}屋,サヌキヤ,${place},うどん店,${3 + index},300万円,K02:3;K05:2,飲食店営業,${index % 4}`;
  }),
  "T99,こまった屋,コマッタヤ,高松市番町,37201,,,うどん店,たくさん,,,,",
].join("\n");

let served: ServedInstallation;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  ({ served, browser } = await openHouse(
    SIZES.map(({ name }) => ({ email: `shidoin-${name}@example.jp`, federation: federationAt(name) })),
  ));
});
afterAll(() => closeHouse({ served, browser }));

async function signIn(page: Page, hands: Hands, email: string): Promise<void> {
  await page.goto(served.url);
  await expectWellBuilt(page);
  await signInAt(served.url, page, { email, hands });
  await expectWellBuilt(page);
}

async function importList(page: Page, hands: Hands): Promise<void> {
  await page.goto(`${served.url}/businesses`);
  await page.getByText("まだ事業者が登録されていません").waitFor();
  await expectWellBuilt(page);
  await hands.press(page.getByRole("link", { name: "一覧を取り込む" }).first());
  await page.setInputFiles('input[type="file"]', {
    name: "組合員名簿.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(LIST),
  });
  await expectWellBuilt(page);
  await hands.press(page.getByRole("button", { name: "内容を確かめる" }));
  await page.getByRole("heading", { level: 1, name: "取り込む前の確認" }).waitFor();
  await page.getByRole("textbox", { name: /I14/ }).waitFor();
  await expectWellBuilt(page);
  await answerWhereFrom(page, hands);
  await hands.press(page.getByRole("button", { name: "問題のない行だけ取り込む（1行を除く）" }));
  await page.getByRole("heading", { level: 1, name: "取り込みました" }).waitFor();
  await expectWellBuilt(page);
}

async function find(page: Page, hands: Hands): Promise<void> {
  await page.goto(`${served.url}/businesses`);
  await page.getByText("12件").first().waitFor();
  await hands.type(page.getByLabel("事業者を探す"), "サヌキ七屋");
  await hands.press(page.getByRole("button", { name: "探す", exact: true }));
  await page.getByText("1件").first().waitFor();
  await expectWellBuilt(page);
  await hands.press(page.getByRole("link", { name: "さぬき七屋" }));
  await page.getByRole("heading", { level: 1, name: "さぬき七屋" }).waitFor();
  await page.getByText("未確認").first().waitFor();
  await expectWellBuilt(page);
}

/** A list that goes out as text: its lines. */
async function linesTaken(page: Page, hands: Hands): Promise<string[]> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    hands.press(page.getByRole("link", { name: "CSVで出力" })),
  ]);
  return readFileSync(await download.path(), "utf8")
    .trim()
    .split("\r\n");
}

async function discover(page: Page, hands: Hands, name: string): Promise<void> {
  await page.goto(`${served.url}/discover`);
  await hands.tick(page.getByRole("radio", { name: /共通課題の解決/ }));
  await expectWellBuilt(page);
  await hands.press(page.getByRole("button", { name: "候補を探す" }).last());
  await page.getByText("第1候補").first().waitFor({ timeout: 60_000 });
  await expectWellBuilt(page);
  await picture(page, `discover-${name}`);
  const candidates = await linesTaken(page, hands);
  expect(candidates[0]).toContain("順位,見込み,");
  expect(candidates[1]).toMatch(/^1,.*さぬき.屋、さぬき.屋/);
  await hands.press(page.getByRole("link", { name: /くわしく見る/ }).first());
  await page.getByRole("heading", { name: "守るべき条件" }).waitFor();
  await page.getByText("中小企業等協同組合法第24条第1項").first().waitFor();
  await expectWellBuilt(page);
  await picture(page, `proposal-${name}`);
}

async function startGroup(page: Page, hands: Hands): Promise<void> {
  const name = page.getByLabel("グループの名前");
  expect(await name.inputValue()).toContain("高松市");
  await hands.press(page.getByRole("button", { name: "グループを始める" }));
  await page.getByText("今やること").first().waitFor();
  await page.getByText("候補の事業者に声をかけ、交流会を開いてください").first().waitFor();
  await expectWellBuilt(page);
}

async function moveOnTheBoard(page: Page, hands: Hands, name: string): Promise<void> {
  await page.goto(`${served.url}/groups`);
  await expectWellBuilt(page);
  await hands.press(page.getByRole("link", { name: /次の段階へ/ }).first());
  await hands.type(page.getByLabel("根拠（何をしたか）"), "交流会を開き、八者が集まった");
  await hands.press(page.getByRole("button", { name: "「交流会」に移す" }));
  await page.getByText("に移しました").first().waitFor();
  await expectWellBuilt(page);
  await picture(page, `groups-${name}`);
  expect((await linesTaken(page, hands))[1]).toContain("交流会");
  await hands.press(page.getByRole("button", { name: "元に戻す" }));
  await page.getByText("に戻しました").first().waitFor();
  await expectWellBuilt(page);
}

describe.skipIf(!hasBrowser)("a coordinator with a list and an empty house", () => {
  it.each(SIZES)(
    "signs in, imports, discovers, starts a group and moves it on the board, at $name px",
    async (size) => {
      const page = await openPage(browser, size);
      const hands = size.name === "1280" ? byKeyboard(page) : byPointer;
      await signIn(page, hands, `shidoin-${size.name}@example.jp`);
      await importList(page, hands);
      await find(page, hands);
      await discover(page, hands, size.name);
      await startGroup(page, hands);
      await moveOnTheBoard(page, hands, size.name);
      await page.context().close();
    },
  );
});
