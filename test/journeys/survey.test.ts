import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServedInstallation } from "../served-installation.ts";
import { expectWellBuilt, hasBrowser, openPage, picture, SIZES } from "./browser.ts";
import { closeHouse, federationAt, openHouse, signInAt } from "./house.ts";
import { answerWhereFrom, byPointer } from "./steps.ts";

/** A name about as long as one may be, and an address longer than any sheet is wide. */
const LONG = "たいへんに長い名前をもつ事業者の集まり".repeat(5);
const LIST = [
  "管理番号,事業者名,所在地,業種,従業員数,電話,強み",
  "S1,うどん工房さぬき,香川県高松市番町一丁目1-1,うどん店,6,087-000-0001,製麺:3",
  "S2,製麺みやび,香川県高松市番町二丁目2-2,製麺,,,",
  `S3,${LONG},香川県丸亀市大手町${LONG},${LONG},,087-000-0003,溶接;塗装;切削加工;研削加工;めっき;板金;鋳造;鍛造`,
].join("\n");

let served: ServedInstallation;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  ({ served, browser } = await openHouse(
    SIZES.map(({ name }) => ({ email: `hanako-${name}@example.jp`, federation: federationAt(name) })),
  ));
});
afterAll(() => closeHouse({ served, browser }));

const signIn = (page: Page, email: string) => signInAt(served.url, page, { email });

async function takeIn(page: Page): Promise<void> {
  await page.goto(`${served.url}/businesses/import`);
  const file = { name: "名簿.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) };
  await page.setInputFiles('input[type="file"]', file);
  await page.getByRole("button", { name: "内容を確かめる" }).click();
  await answerWhereFrom(page, byPointer);
  await page.getByRole("button", { name: /取り込む/ }).click();
  await page.getByRole("heading", { level: 1, name: "取り込みました" }).waitFor();
}

async function pagesPrinted(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** A4 within the margins of the sheet, in CSS pixels: 190 by 281 mm. */
const PAPER = { width: 718, height: 1062 };

/** What of the paper is cut off below, in pixels; a line's ends may be rounded. */
async function cutOff(page: Page): Promise<number> {
  const screen = page.viewportSize();
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(PAPER);
  const hidden = await page.evaluate(() =>
    [...document.querySelectorAll(".sheet, .visits")].map((paper) => paper.scrollHeight - paper.clientHeight),
  );
  await page.emulateMedia({ media: null });
  if (screen) await page.setViewportSize(screen);
  return Math.max(...hidden);
}

/** One page of whom to visit, and one sheet for each business, however long its name. */
async function printList(page: Page, count: number): Promise<void> {
  await page.goto(`${served.url}/businesses`);
  await page.getByRole("link", { name: "調査票を印刷" }).click();
  await page.getByRole("heading", { level: 1, name: "調査票を印刷する" }).waitFor();
  await page.getByText(`全${count}件のうち${count}件を印刷します。`).waitFor();
  await page.getByText("市区町村ごとに、わかっている項目の少ない順").first().waitFor();
  await expectWellBuilt(page);
  expect(await pagesPrinted(page)).toBe(1 + count);
}

async function enterAnswers(page: Page): Promise<void> {
  const row = page.getByRole("row", { name: /うどん工房さぬき/ });
  await row.getByRole("link", { name: /入力する/ }).click();
  await page.getByRole("heading", { level: 1, name: "調査票の回答を入力する" }).waitFor();
  await expectWellBuilt(page);
  await page.locator("#needs").getByRole("checkbox", { name: "人手不足・採用" }).check();
  await page
    .locator("#capabilities")
    .getByRole("checkbox", { name: /今の登録のとおり/ })
    .check();
  await page.locator("#capabilities").getByRole("textbox").fill("配送");
  await page.locator("#seeks").getByRole("checkbox", { name: "「なし」と回答" }).check();
  await page.locator("#employees").getByRole("textbox").fill("たくさん");
  await page.getByLabel("記入者・お答えの方").fill("讃岐 一郎");
  await page.getByRole("radio", { name: "FAX" }).check();
  await page.getByRole("radio", { name: "同意する" }).check();
  await page.getByRole("button", { name: "回答を保存する" }).click();
  await page.getByText("人数として読めません").first().waitFor();
  expect(await page.locator("#capabilities").getByRole("textbox").inputValue()).toBe("配送");
  expect(await page.getByRole("radio", { name: "FAX" }).isChecked()).toBe(true);
  await expectWellBuilt(page);
  await page.locator("#employees").getByRole("textbox").fill("8名");
  await page.getByRole("button", { name: "回答を保存する" }).click();
}

/** The profile shows who said it, and the history how it came. */
async function seeAnswers(page: Page): Promise<void> {
  await page.getByText("調査票の回答を保存しました").waitFor();
  await page.locator("#needs").getByText("人手不足・採用").first().waitFor();
  await page.locator("#needs").getByText("讃岐 一郎").waitFor();
  await page.locator("#capabilities").getByText("配送").waitFor();
  await page.locator("#employees").getByText("8人").waitFor();
  await page.getByText(/調査票の回答を記録しました（.*讃岐 一郎、FAX、利用への同意あり）/).waitFor();
  await expectWellBuilt(page);
}

async function takeBack(page: Page): Promise<void> {
  await page.getByRole("button", { name: "元に戻す" }).first().click();
  await page.getByText("変更を元に戻しました", { exact: true }).waitFor();
  await page.locator("#employees").getByText("6人").waitFor();
}

/** A business told of by telephone: one like it is shown while typing, and adding it all the same is a choice. */
async function addByHand(page: Page): Promise<void> {
  await page.goto(`${served.url}/businesses`);
  await page.getByRole("link", { name: "1件ずつ登録する" }).click();
  await page.getByRole("heading", { level: 1, name: "事業者を登録する" }).waitFor();
  await page.getByLabel("電話").fill("０８７００００００１");
  await page.getByLabel("法人番号").fill("1234567890123");
  await page.getByLabel("お仕事の内容").fill("うどん屋");
  await page.getByRole("radio", { name: "あとで選ぶ" }).waitFor();
  await page.getByRole("button", { name: "登録する" }).click();
  await page.getByText("事業者名を書いてください。").first().waitFor();
  expect(await page.getByLabel("法人番号").inputValue()).toBe("1234567890123");
  await expectWellBuilt(page);
  await page.getByLabel("法人番号").fill("");
  await page.getByLabel("事業者名").fill("㈲うどん工房サヌキ");
  await page.getByText("似た事業者がすでに登録されています", { exact: true }).waitFor();
  await page.getByRole("listitem").filter({ hasText: "番町一丁目1-1" }).getByRole("link").waitFor();
  await page.getByRole("button", { name: "登録する" }).click();
  await page.getByText("別の事業者であれば、その旨を選んで登録してください").first().waitFor();
  await expectWellBuilt(page);
  await page.getByRole("checkbox", { name: "別の事業者として登録する" }).check();
  await page.getByRole("button", { name: "登録する" }).click();
  await page.getByText("事業者を登録しました", { exact: true }).waitFor();
  await page.getByRole("heading", { level: 1, name: "㈲うどん工房サヌキ" }).waitFor();
}

describe.skipIf(!hasBrowser)("a coordinator who asks all businesses the same questions", () => {
  it.each(SIZES)("prints the sheets and enters what comes back, at $name px", async (size) => {
    const page = await openPage(browser, size);
    await signIn(page, `hanako-${size.name}@example.jp`);
    await takeIn(page);
    await addByHand(page);
    await page.getByRole("button", { name: "元に戻す" }).first().click();
    await page.getByText("登録を取り消しました", { exact: true }).waitFor();
    await printList(page, 3);
    expect(await cutOff(page)).toBeLessThanOrEqual(1);
    await picture(page, `survey-${size.name}`);
    await enterAnswers(page);
    await seeAnswers(page);
    await page.getByRole("link", { name: "調査票を印刷する" }).click();
    await page.getByText("うどん工房さぬきの調査票1枚（A4）を印刷します。").waitFor();
    expect(await pagesPrinted(page)).toBe(1);
    await page.getByRole("link", { name: "うどん工房さぬき", exact: true }).first().click();
    await page.getByText("これまでの記録").waitFor();
    await takeBack(page);
    await page.context().close();
  });
});
