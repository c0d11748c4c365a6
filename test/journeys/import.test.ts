import ExcelJS from "exceljs";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServedInstallation } from "../served-installation.ts";
import { expectWellBuilt, hasBrowser, openPage, picture, SIZES } from "./browser.ts";
import { closeHouse, federationAt, openHouse, signInAt } from "./house.ts";
import { answerWhereFrom, byKeyboard, byPointer, tabTo, type Hands } from "./steps.ts";

let served: ServedInstallation;
let browser: Browser;
let workbook: Buffer;

/** A book as an office keeps it: a cover with a list of its own, a title above the headers, a header nobody knows. */
async function dirtyWorkbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const cover = book.addWorksheet("担当者");
  cover.addRows([
    ["氏名", "電話", "メール", "役職", "住所"],
    ["指導 花子", "087-000-0000", "a@example.jp", "指導員", "高松市"],
  ]);
  const list = book.addWorksheet("名簿");
  list.addRows([
    ["うどん協同組合 名簿"],
    ["令和8年4月1日現在"],
    ["組合員番号", "商号", "所在地", "従業員数", "よそでの呼び名"],
    ["U1", "うどん本陣", "高松市番町1-1", "6", "ウドンホンジン"],
    ["U2", "さぬき製麺", "丸亀市大手町2-3", "たくさん", "サヌキセイメン"],
    ["U3", "讃岐水産", "坂出市京町1-1", "すこし", "サヌキスイサン"],
  ]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

beforeAll(async () => {
  if (!hasBrowser) return;
  ({ served, browser } = await openHouse(
    SIZES.map(({ name }) => ({ email: `meibo-${name}@example.jp`, federation: federationAt(name) })),
  ));
  workbook = await dirtyWorkbook();
});
afterAll(() => closeHouse({ served, browser }));

const signIn = (page: Page, email: string) => signInAt(served.url, page, { email });

async function bringWorkbook(page: Page, hands: Hands): Promise<void> {
  await page.goto(`${served.url}/businesses/import`);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page.setInputFiles('input[type="file"]', { name: "うどん組合.xlsx", mimeType, buffer: workbook });
  await hands.press(page.getByRole("button", { name: "内容を確かめる" }));
  await page.getByRole("heading", { level: 1, name: "取り込む前の確認" }).waitFor();
}

async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await tabTo(page, field);
  await field.selectOption({ label: option });
}

async function retype(hands: Hands, field: Locator, text: string): Promise<void> {
  await field.clear();
  await hands.type(field, text);
}

async function readTheRightSheet(page: Page, hands: Hands): Promise<void> {
  // The cover looks like a list too; the person sees which sheet was read, and takes another.
  await page.getByRole("button", { name: "この読み方で読み直す" }).waitFor();
  await expectWellBuilt(page);
  if ((await page.getByLabel("シート", { exact: true }).inputValue()) !== "担当者") {
    await choose(page, page.getByLabel("シート", { exact: true }), "担当者（2行）");
    await hands.press(page.getByRole("button", { name: "この読み方で読み直す" }));
    await page.getByRole("cell", { name: "087-000-0000" }).waitFor();
  }
  await choose(page, page.getByLabel("シート", { exact: true }), "名簿（6行）");
  await hands.press(page.getByRole("button", { name: "この読み方で読み直す" }));
  await page.getByRole("rowheader", { name: "うどん本陣" }).waitFor();
  await expectWellBuilt(page);
}

async function correct(page: Page, hands: Hands): Promise<void> {
  await retype(hands, page.getByRole("textbox", { name: /D5/ }), "12");
  await retype(hands, page.getByRole("textbox", { name: /D6/ }), "わずか");
  await hands.press(page.getByRole("button", { name: "直した内容で確かめ直す" }));
  await page.getByText("直したところ：2か所").waitFor();
  expect(await page.getByRole("textbox", { name: /D6/ }).inputValue()).toBe("わずか");
  expect(await page.getByRole("textbox", { name: /D5/ }).count()).toBe(0);
  await expectWellBuilt(page);
  await hands.tick(page.getByRole("checkbox", { name: "6行目は取り込まない" }));
  await hands.press(page.getByRole("button", { name: "直した内容で確かめ直す" }));
  await page.getByText("除いた行：1行").waitFor();
}

async function mapTheStrangeColumn(page: Page, hands: Hands): Promise<void> {
  const column = page.getByLabel("E列「よそでの呼び名」の読み取り先");
  expect(await column.inputValue()).toBe("notTaken");
  await choose(page, column, "フリガナ");
  await hands.press(page.getByRole("button", { name: "この読み方で読み直す" }));
  await page.getByText("5列すべてを読み取りました。").waitFor();
}

async function apply(page: Page, hands: Hands, name: string): Promise<void> {
  await hands.press(page.getByRole("button", { name: "すべて取り込む" }));
  await page.getByText("この一覧がどこのものかを選んでください。").first().waitFor();
  await expectWellBuilt(page);
  await answerWhereFrom(page, hands);
  await picture(page, `import-${name}`);
  await hands.press(page.getByRole("button", { name: "すべて取り込む" }));
  await page.getByRole("heading", { level: 1, name: "取り込みました" }).waitFor();
  await page.getByText("出所：うどん組合（組合員名簿・会員名簿）").waitFor();
  await expectWellBuilt(page);
}

/** A list that takes seconds to write, of businesses nobody else has. */
const LONG_LIST = [
  "事業者名,所在地",
  ...Array.from({ length: 12_000 }, (_, row) => `長い名簿の店${row},高松市番町${row}`),
];

async function stopALongOne(page: Page, hands: Hands, name: string): Promise<void> {
  await page.goto(`${served.url}/businesses/import`);
  const buffer = Buffer.from(LONG_LIST.join("\n"));
  await page.setInputFiles('input[type="file"]', { name: "長い名簿.csv", mimeType: "text/csv", buffer });
  await hands.press(page.getByRole("button", { name: "内容を確かめる" }));
  await hands.press(page.getByRole("button", { name: "読み取りをやめる" }));
  await page.getByText("読み取りをやめました。事業者の情報は変わっていません。").waitFor();
  await hands.press(page.getByRole("button", { name: "内容を確かめる" }));
  await page.getByRole("heading", { level: 1, name: "取り込む前の確認" }).waitFor();
  await answerWhereFrom(page, hands);
  await hands.press(page.getByRole("button", { name: "すべて取り込む" }));
  await page.getByRole("heading", { level: 1, name: "取り込んでいます" }).waitFor();
  await page.getByRole("progressbar").waitFor();
  await picture(page, `import-writing-${name}`);
  await hands.press(page.getByRole("button", { name: "取り込みを中止する" }));
  await page.getByText("中止しました。何も書き込まれていません。").waitFor();
  expect(await page.getByRole("radio", { name: "組合員名簿・会員名簿" }).isChecked()).toBe(true);
  await expectWellBuilt(page);
}

async function undo(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByRole("button", { name: "この取り込みを取り消す" }));
  await page.getByText("2事業者を一覧から外し").waitFor();
  await expectWellBuilt(page);
  await page.goto(`${served.url}/businesses/import`);
  await page.getByText("取り消し済み").waitFor();
  await expectWellBuilt(page);
}

async function bringItAgain(page: Page, hands: Hands): Promise<void> {
  await bringWorkbook(page, hands);
  await page.getByText(/^前回（.*）の読み方を使いました/).waitFor();
  expect(await page.getByLabel("E列「よそでの呼び名」の読み取り先").inputValue()).toBe("nameKana");
  expect(await page.getByRole("radio", { name: "組合員名簿・会員名簿" }).isChecked()).toBe(true);
  await expectWellBuilt(page);
  await hands.press(page.getByRole("button", { name: "はじめから読み直す" }));
  await page.getByText(/^前回（/).waitFor({ state: "detached" });
}

describe.skipIf(!hasBrowser)("a coordinator with the book an office has kept for years", () => {
  it.each(SIZES)(
    "picks the sheet, corrects, maps, says where it is from, takes it, undoes it, is remembered, and stops a long one, at $name px",
    async (size) => {
      const page = await openPage(browser, size);
      const hands = size.name === "1280" ? byKeyboard(page) : byPointer;
      await signIn(page, `meibo-${size.name}@example.jp`);
      await bringWorkbook(page, hands);
      await readTheRightSheet(page, hands);
      await correct(page, hands);
      await mapTheStrangeColumn(page, hands);
      await apply(page, hands, size.name);
      await undo(page, hands);
      await bringItAgain(page, hands);
      await stopALongOne(page, hands, size.name);
      await page.context().close();
    },
  );
});
