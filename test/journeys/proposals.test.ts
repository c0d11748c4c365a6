import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServedInstallation } from "../served-installation.ts";
import { expectWellBuilt, hasBrowser, openPage, picture, SIZES } from "./browser.ts";
import { closeHouse, federationAt, openHouse, signInAt } from "./house.ts";
import { answerWhereFrom, byKeyboard, byPointer, type Hands } from "./steps.ts";

/** Eighteen noodle shops around Takamatsu station: enough for several groups. */
const LIST = [
  "管理番号,事業者名,所在地,市区町村コード,緯度,経度,業種,従業員数,資本金,課題,まとめ役の意向,電話",
  ...Array.from({ length: 18 }, (_, index) => {
    const place = `高松市番町${(index % 5) + 1}丁目1-1,37201,${(34.34 + index / 2000).toFixed(4)},134.0450`;
    const leader = index % 3 === 0 ? "" : String(index % 4);
    return `T${index + 1},讃岐${"一二三四五六七八九十甲乙丙丁戊己庚辛"[index]}麺,${place},うどん店,${3 + index},300万円,K02:3;K05:2,${leader},087-811-${1000 + index}`;
  }),
].join("\n");

let served: ServedInstallation;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  ({ served, browser } = await openHouse(
    SIZES.map(({ name }) => ({ email: `kouho-${name}@example.jp`, federation: federationAt(name) })),
  ));
});
afterAll(() => closeHouse({ served, browser }));

async function takeInTheList(page: Page, hands: Hands): Promise<void> {
  await page.goto(`${served.url}/businesses/import`);
  await page.setInputFiles('input[type="file"]', { name: "名簿.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) });
  await page.getByRole("button", { name: "内容を確かめる" }).click();
  await page.getByRole("heading", { level: 1, name: "取り込む前の確認" }).waitFor();
  await answerWhereFrom(page, hands);
  await page
    .getByRole("button", { name: /取り込む/ })
    .last()
    .click();
  await page.getByRole("heading", { level: 1, name: "取り込みました" }).waitFor();
}

async function discover(page: Page): Promise<string> {
  await page.goto(`${served.url}/discover`);
  await page.getByRole("radio", { name: /共通課題の解決/ }).check();
  await page.getByRole("button", { name: "候補を探す" }).last().click();
  await page.getByText("第1候補").first().waitFor({ timeout: 60_000 });
  return new URL(page.url()).pathname;
}

/** Looks at a page from its top: what lies half under the head of the window is not what it looks like. */
async function expectWellBuiltFromTop(page: Page): Promise<void> {
  await page.evaluate(() => globalThis.scrollTo(0, 0));
  await expectWellBuilt(page);
}

async function saveAndUndo(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByRole("button", { name: /^保存：/ }).first());
  await page.getByText("を保存しました").waitFor();
  await expectWellBuiltFromTop(page);
  await hands.press(page.getByRole("button", { name: "元に戻す" }).last());
  await page.getByText("元に戻しました").waitFor();
  await hands.press(page.getByRole("button", { name: /^保存：/ }).first());
  await page.getByText("を保存しました").waitFor();
}

async function dismiss(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByRole("link", { name: /^見送る：/ }).nth(1));
  const dialog = page.getByRole("dialog");
  await hands.press(dialog.getByRole("button", { name: "見送る" }));
  await dialog.getByText("見送る理由を一つ選んでください").first().waitFor();
  await expectWellBuiltFromTop(page);
  await dialog.getByRole("radio", { name: "時期が合わない" }).check();
  await hands.type(dialog.getByLabel("メモ"), "春の忙しい時期が終わってから");
  await hands.press(dialog.getByRole("button", { name: "見送る" }));
  await page.getByText("を見送りました（時期が合わない）").waitFor();
  await page.getByText("見送り：時期が合わない").first().waitFor();
  await expectWellBuiltFromTop(page);
}

/** The same businesses, found by another run, are known as dismissed. */
async function findAgain(page: Page): Promise<void> {
  await discover(page);
  await page.getByText(/見送った候補（1件）/).click();
  await page.getByText("春の忙しい時期が終わってから").waitFor();
  await expectWellBuiltFromTop(page);
}

async function openSaved(page: Page, hands: Hands, name: string): Promise<void> {
  await page.goto(`${served.url}/discover`);
  await expectWellBuilt(page);
  await hands.press(page.getByRole("link", { name: "保存した候補" }));
  await page.getByRole("heading", { level: 1, name: "保存した候補" }).waitFor();
  await expectWellBuilt(page);
  await picture(page, `proposals-${name}`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSVで出力" }).click(),
  ]);
  expect(readFileSync(await download.path(), "utf8")).toContain("保存した候補");
  await hands.type(page.getByLabel("事業者か候補の名前で探す"), "いない屋");
  await hands.press(page.getByRole("button", { name: "探す", exact: true }));
  await page.getByText("条件に合う候補はありません").waitFor();
  await expectWellBuilt(page);
  await page.goto(`${served.url}/proposals`);
  await hands.press(page.getByRole("row").nth(1).getByRole("link"));
  await page.getByText("保存してから変わったこと").waitFor();
  await expectWellBuilt(page);
}

async function workOnIt(page: Page, hands: Hands, name: string): Promise<void> {
  await hands.type(page.locator("#note"), "来週、代表に会う");
  await hands.press(page.getByRole("button", { name: "メモを残す" }));
  await page.getByText("メモを残しました").waitFor();
  await page.getByLabel("候補の名前").fill("讃岐の麺の会");
  await hands.press(page.getByRole("button", { name: "名前を変える" }));
  await page.getByRole("heading", { level: 1, name: "讃岐の麺の会" }).waitFor();
  await expectWellBuilt(page);
  await picture(page, `proposal-saved-${name}`);
}

async function approach(page: Page, hands: Hands, name: string): Promise<void> {
  const first = page.locator("#approaches > ol > li").first();
  await hands.press(first.locator("summary"));
  await first.getByRole("radio", { name: "関心あり" }).check();
  await hands.type(first.getByLabel("メモ"), "ぜひ話を聞きたい");
  await hands.press(first.getByRole("button", { name: "記録する", exact: true }));
  await first.getByText("ぜひ話を聞きたい").waitFor();
  const second = page.locator("#approaches > ol > li").nth(1);
  await hands.press(second.locator("summary"));
  await second.getByRole("radio", { name: "見送り" }).check();
  await hands.press(second.getByRole("button", { name: "記録する", exact: true }));
  await second.getByRole("button", { name: /最後の記録を取り消す/ }).waitFor();
  await expectWellBuilt(page);
  await picture(page, `approaches-${name}`);
}

/** One call: a question is answered with a tap, undone by what stays in sight; another is not at home; one is interested. */
async function call(page: Page, hands: Hands, name: string): Promise<void> {
  await hands.press(page.getByRole("link", { name: "訪問・架電リスト" }).last());
  await page.getByRole("heading", { level: 1, name: /訪問・架電リスト：/ }).waitFor();
  await expectWellBuilt(page);
  expect(await page.getByText("見送りの事業者は載せていません").count()).toBe(1);
  const card = page.getByRole("article").last();
  await card.getByRole("checkbox").first().check();
  await card
    .getByRole("button", { name: /^記録する/ })
    .first()
    .click();
  await page.getByText("お答えを記録しました").waitFor();
  expect(await page.getByRole("button", { name: "元に戻す" }).isVisible()).toBe(true);
  await expectWellBuiltFromTop(page);
  await picture(page, `calls-${name}`);
  await page.getByRole("button", { name: "元に戻す" }).click();
  await page.getByText("元に戻しました").waitFor();
  // Pressed twice by an unsteady hand, it is noted once.
  await page
    .getByRole("button", { name: /^不在でした/ })
    .last()
    .dblclick();
  await page.getByText("打診の結果を記録しました").waitFor();
  expect(await page.getByText(/・不在・/).count()).toBe(1);
  await page.emulateMedia({ media: "print" });
  await page.getByText("お話しした方").first().waitFor();
  expect(await page.getByText("見送りの事業者は載せていません").isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSVで出力" }).click(),
  ]);
  expect(readFileSync(await download.path(), "utf8")).toContain("お尋ねすること");
}

/** The round over all saved candidates: each business names what it is called about. */
async function goRound(page: Page, hands: Hands, name: string): Promise<void> {
  await page.goto(`${served.url}/proposals`);
  await hands.press(page.getByRole("link", { name: "訪問・架電リスト" }));
  await page.getByRole("heading", { level: 1, name: "訪問・架電リスト", exact: true }).waitFor();
  await expectWellBuilt(page);
  await picture(page, `round-${name}`);
  await page
    .getByRole("button", { name: /^関心あり/ })
    .first()
    .click();
  await page.getByText("打診の結果を記録しました").waitFor();
  await page.getByRole("button", { name: "元に戻す" }).click();
  await page.getByText("元に戻しました").waitFor();
}

/** Two who must not meet: noted, told nowhere on paper, and withdrawn again. */
async function keepApart(page: Page, hands: Hands): Promise<void> {
  await page.goto(`${served.url}/businesses?search=${encodeURIComponent("讃岐一麺")}`);
  await page.getByRole("link", { name: "讃岐一麺" }).click();
  await hands.press(page.getByRole("link", { name: "会わせない事業者を記録する" }));
  await hands.type(page.getByLabel("会わせない事業者の名前"), "讃岐二麺");
  await hands.press(page.getByRole("button", { name: "探す" }));
  await page.getByRole("radio", { name: /讃岐二麺/ }).check();
  await hands.type(page.getByLabel("理由"), "以前の取引でもめた");
  await expectWellBuilt(page);
  await hands.press(page.getByRole("button", { name: "会わせない事業者を記録する" }));
  await page.getByText("「讃岐一麺」と「讃岐二麺」を会わせないように記録しました").waitFor();
  await expectWellBuilt(page);
  await hands.press(page.getByRole("link", { name: "「讃岐一麺」の画面に戻る" }));
  await page.getByText("以前の取引でもめた").waitFor();
  await expectWellBuilt(page);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByText("以前の取引でもめた").isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
  await hands.press(page.getByRole("button", { name: /取り下げる/ }));
  await page.getByText("取り下げました").waitFor();
}

async function startTheGroup(page: Page, hands: Hands): Promise<void> {
  const declined = page.getByRole("checkbox", { name: /見送り/ });
  expect(await declined.isChecked()).toBe(false);
  await hands.press(page.getByRole("button", { name: "グループを始める" }));
  await page.getByText("今やること").first().waitFor();
  await page.getByText("ぜひ話を聞きたい").waitFor();
  await expectWellBuilt(page);
  await page.goto(`${served.url}/proposals?state=STARTED`);
  await hands.press(page.getByRole("row").nth(1).getByRole("link"));
  await page.getByRole("link", { name: "グループを開く" }).waitFor();
  await expectWellBuilt(page);
}

/** The sheet for the visit as PDF, and one owner's as a Word document, which names no other business. */
async function takeSheets(page: Page, hands: Hands): Promise<void> {
  const visit = page.getByRole("link", { name: /^訪問用資料.*のPDF/ });
  const shown = await page.request.get(`${served.url}${(await visit.getAttribute("href")) ?? ""}`);
  expect([shown.status(), shown.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  await hands.press(page.getByText("事業者を一社ずつ選ぶ"));
  await expectWellBuilt(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    hands.press(page.getByRole("link", { name: /^讃岐.麺のWord$/ }).first()),
  ]);
  expect(download.suggestedFilename()).toMatch(/^事業者向け説明資料_讃岐.麺_\d{4}-\d\d-\d\d\.docx$/);
}

describe.skipIf(!hasBrowser)("a coordinator who works on candidates", () => {
  it.each(SIZES)(
    "saves one, dismisses another, finds both again and goes on with the saved one, at $name px",
    async (size) => {
      const page = await openPage(browser, size);
      const hands = size.name === "1280" ? byKeyboard(page) : byPointer;
      await signInAt(served.url, page, { email: `kouho-${size.name}@example.jp` });
      await page.goto(`${served.url}/proposals`);
      await page.getByText("保存した候補は、まだありません").waitFor();
      await expectWellBuilt(page);
      await takeInTheList(page, hands);
      await discover(page);
      await saveAndUndo(page, hands);
      await dismiss(page, hands);
      await findAgain(page);
      await openSaved(page, hands, size.name);
      await workOnIt(page, hands, size.name);
      await takeSheets(page, hands);
      await approach(page, hands, size.name);
      const saved = new URL(page.url()).pathname;
      await call(page, hands, size.name);
      await goRound(page, hands, size.name);
      await page.goto(`${served.url}${saved}`);
      await startTheGroup(page, hands);
      await keepApart(page, hands);
      await page.context().close();
    },
  );

  it("dismisses without script on a page of its own, which tells what is missing", async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 780 }, locale: "ja-JP" });
    const page = await context.newPage();
    await signInAt(served.url, page, { email: "kouho-360@example.jp" });
    const run = await discover(page);
    await context.close();
    const plain = await browser.newContext({ javaScriptEnabled: false, locale: "ja-JP" });
    const still = await plain.newPage();
    await signInAt(served.url, still, { email: "kouho-360@example.jp" });
    await still.goto(`${served.url}${run}`);
    await still
      .getByRole("link", { name: /^見送る：/ })
      .last()
      .click();
    await still.getByRole("button", { name: "見送る" }).click();
    await still.getByText("見送る理由を一つ選んでください").first().waitFor();
    await still.getByRole("radio", { name: "その他" }).check();
    await still.getByRole("button", { name: "見送る" }).click();
    await still.getByText("理由をメモに書いてください").first().waitFor();
    expect(await still.getByRole("radio", { name: "その他" }).isChecked()).toBe(true);
    await still.getByLabel("メモ").fill("別の候補を先に");
    await still.getByRole("button", { name: "見送る" }).click();
    await still.getByText("を見送りました（その他）").waitFor();
    await plain.close();
  });
});
