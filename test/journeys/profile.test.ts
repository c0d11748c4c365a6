import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServedInstallation } from "../served-installation.ts";
import { expectWellBuilt, hasBrowser, openPage, picture, SIZES } from "./browser.ts";
import { closeHouse, federationAt, openHouse, signInAt } from "./house.ts";
import { answerWhereFrom, byPointer } from "./steps.ts";

const LIST = [
  "管理番号,事業者名,フリガナ,所在地,業種,従業員数,電話",
  "P1,うどん工房さぬき,ウドンコウボウサヌキ,香川県高松市番町一丁目1-1,うどん店,6,087-000-0001",
  "P2,製麺みやび,セイメンミヤビ,香川県高松市番町二丁目2-2,製麺,9,087-000-0002",
].join("\n");

let served: ServedInstallation;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  ({ served, browser } = await openHouse(
    SIZES.flatMap(({ name }) => [
      { email: `hanako-${name}@example.jp`, federation: federationAt(name) },
      { email: `taro-${name}@example.jp`, name: "指導 太郎", federation: federationAt(name) },
    ]),
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

async function openProfile(page: Page, name: string): Promise<string> {
  await page.goto(`${served.url}/businesses?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  return page.url();
}

/** What stands in the history of the profile; the paper alone shows the last talks a second time. */
const told = (page: Page, text: string) => page.locator("#timeline").getByText(text);

/** The row of a fact on the profile. */
const row = (page: Page, key: string) => page.locator(`#${key}`);

async function answerQuestion(page: Page): Promise<void> {
  const asked = page.getByRole("region", { name: "次にお尋ねすること" });
  await asked.getByText("いちばん困っていることを教えてください").waitFor();
  await page.getByText("答えを書く（課題）").click();
  await expectWellBuilt(page);
  await page.getByRole("checkbox", { name: "人手不足・採用" }).check();
  await page.getByRole("button", { name: "保存する" }).click();
  await row(page, "needs").getByText("保存しました").waitFor();
  await row(page, "needs").getByText("人手不足・採用").first().waitFor();
  await row(page, "needs").getByText("本人").waitFor();
  await row(page, "needs").getByText("まで有効").waitFor();
  // The next most telling thing is asked now.
  await asked.getByText("まとめ役を頼まれたら").waitFor();
  await expectWellBuilt(page);
}

async function editWithMistake(page: Page): Promise<void> {
  await row(page, "employees").getByRole("link", { name: "編集" }).click();
  const field = row(page, "employees").getByRole("textbox").first();
  await field.fill("たくさん");
  await row(page, "employees").getByRole("button", { name: "保存する" }).click();
  await page.getByText("人数として読めません").waitFor();
  expect(await field.inputValue()).toBe("たくさん");
  await expectWellBuilt(page);
  await field.fill("約２０名");
  await row(page, "employees").getByRole("button", { name: "保存する" }).click();
  await row(page, "employees").getByText("保存しました").waitFor();
  await row(page, "employees").getByText("20人").waitFor();
  await row(page, "employees").getByText("およその値").waitFor();
}

async function undo(page: Page): Promise<void> {
  await row(page, "employees").getByRole("button", { name: "元に戻す" }).click();
  await page.getByText("変更を元に戻しました", { exact: true }).waitFor();
  await row(page, "employees").getByText("6人").waitFor();
  await expectWellBuilt(page);
}

/** Two people look at the same profile; the second is told what the first made of it and chooses. */
async function meetConflict(page: Page, other: Page): Promise<void> {
  await row(page, "phone").getByRole("link", { name: "編集" }).click();
  await row(page, "phone").getByRole("textbox").first().fill("087-111-1111");
  await other.goto(page.url());
  await row(other, "phone").getByRole("textbox").first().fill("087-222-2222");
  await row(other, "phone").getByRole("button", { name: "保存する" }).click();
  await row(other, "phone").getByText("保存しました").waitFor();
  await row(page, "phone").getByRole("button", { name: "保存する" }).click();
  await page.getByText("指導 太郎さんがこの項目を変更しました").waitFor();
  await row(page, "phone").getByText("087-222-2222").waitFor();
  await expectWellBuilt(page);
  await row(page, "phone").getByRole("button", { name: "入力した値にする" }).click();
  await row(page, "phone").getByText("保存しました").waitFor();
  await row(page, "phone").getByRole("link", { name: "087-111-1111" }).waitFor();
}

/** A visit noted on the way: what was begun survives a reload, and its next step waits on the first page. */
async function noteVisit(page: Page): Promise<void> {
  const profile = page.url().split("?")[0] ?? "";
  await page.getByRole("link", { name: "訪問を記録する" }).click();
  await page.getByRole("heading", { level: 1, name: "訪問を記録する" }).waitFor();
  await expectWellBuilt(page);
  await page.getByLabel("聞いた話").fill("夏は人手が余るので、よその手伝いもできる");
  await page.reload();
  await page.getByText("書きかけの内容を戻しました").waitFor();
  expect(await page.getByLabel("聞いた話").inputValue()).toContain("夏は人手が余る");
  await page.getByLabel("いつまでに").fill("2020-01-01");
  await page.locator("summary", { hasText: "課題" }).click();
  await page.getByRole("checkbox", { name: "仕入・調達" }).check();
  await page.getByRole("button", { name: "記録を保存する" }).click();
  await page.getByText("その日に何をするかを書いてください").first().waitFor();
  await expectWellBuilt(page);
  await page.getByLabel("次の一歩").fill("共同仕入の資料を届ける");
  await page.getByLabel("いつまでに").fill(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10));
  await page.getByRole("button", { name: "記録を保存する" }).click();
  await page.getByText("訪問を記録しました").waitFor();
  await told(page, "夏は人手が余るので").waitFor();
  await row(page, "needs").getByText("仕入・調達").waitFor();
  await row(page, "adviser").getByText("指導 花子").first().waitFor();
  await expectWellBuilt(page);
  await page.goto(served.url);
  await page.getByText("共同仕入の資料を届ける").first().waitFor();
  await page.getByText(/^あと[12]日$/).waitFor();
  await page.getByRole("link", { name: "087-111-1111" }).waitFor();
  await expectWellBuilt(page);
  await page.getByRole("link", { name: "訪問を記録する" }).click();
  expect(await page.getByRole("checkbox", { name: /共同仕入の資料を届ける/ }).isChecked()).toBe(true);
  await page.goto(served.url);
  await page.getByRole("button", { name: /済みにする/ }).click();
  await page.getByText("「共同仕入の資料を届ける」を済みにしました").waitFor();
  await expectWellBuilt(page);
  await page.getByRole("button", { name: "元に戻す" }).click();
  await page.getByText(/^あと[12]日$/).waitFor();
  await page.goto(profile);
}

async function correctVisit(page: Page): Promise<void> {
  const profile = page.url();
  await page.getByRole("link", { name: "記録を直す" }).click();
  await page.getByLabel("聞いた話").fill("冬は人手が余る");
  await expectWellBuilt(page);
  await page.getByRole("button", { name: "直した記録を保存する" }).click();
  await told(page, "冬は人手が余る").waitFor();
  await page.getByText("訂正1回").waitFor();
  await page.getByRole("button", { name: /済みにする/ }).click();
  await page.getByText("を済みにしました").waitFor();
  await page.getByText("済んだこと").waitFor();
  await page.getByRole("link", { name: "記録を直す" }).click();
  await page.getByRole("button", { name: "記録を取り下げる" }).click();
  await page.getByText("記録は取り下げられました").waitFor();
  await expectWellBuilt(page);
  expect(await row(page, "needs").getByText("仕入・調達").count()).toBe(0);
  await page.getByText("取り下げた記録を読む").click();
  await told(page, "冬は人手が余る").waitFor();
  await page.getByRole("status").getByRole("button", { name: "元に戻す" }).click();
  await page.getByText("取り下げた記録を元に戻しました").waitFor();
  await row(page, "needs").getByText("仕入・調達").waitFor();
  await expectWellBuilt(page);
  await page.goto(profile);
}

async function pagesPrinted(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

describe.skipIf(!hasBrowser)("a coordinator who knows a business better every week", () => {
  it.each(SIZES)("answers, corrects, chooses and takes back on its profile, at $name px", async (size) => {
    const page = await openPage(browser, size);
    const other = await openPage(browser, size);
    await signIn(page, `hanako-${size.name}@example.jp`);
    await signIn(other, `taro-${size.name}@example.jp`);
    await takeIn(page);
    const profile = await openProfile(page, "うどん工房さぬき");
    await row(page, "municipality").getByText("高松市").first().waitFor();
    await row(page, "industryCode").getByText("推定（名簿）").waitFor();
    await answerQuestion(page);
    await editWithMistake(page);
    await undo(page);
    await meetConflict(page, other);
    await noteVisit(page);
    await picture(page, `visited-${size.name}`);
    await correctVisit(page);
    await page.goto(profile);
    await picture(page, `profile-${size.name}`);
    expect(await pagesPrinted(page)).toBe(1);
    await page.context().close();
    await other.context().close();
  });
});
