import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServedInstallation } from "../served-installation.ts";
import { expectWellBuilt, hasBrowser, openPage, picture, SIZES } from "./browser.ts";
import { closeHouse, federationAt, openHouse, signInAt } from "./house.ts";
import { answerWhereFrom, byKeyboard, byPointer, type Hands } from "./steps.ts";

/** The members' list and the visitors' list of one office: the same two businesses, each kept in its own way. */
const MEMBERS = [
  "管理番号,事業者名,所在地,電話,従業員数,課題",
  "A1,株式会社讃岐製麺,高松市番町一丁目2番3号,087-811-2222,6,人手不足",
  "A2,髙田商店,高松市瓦町2-3-4,087-822-3333,3,",
  "A3,みどり堂,高松市林町5,087-833-4444,2,",
].join("\n");
const VISITED = [
  "管理番号,事業者名,所在地,電話,従業員数,課題",
  "B1,讃岐製麺㈱,高松市番町1-2-3,087(811)2222,8,資金繰り",
  "B2,高田商店,香川県高松市瓦町2丁目3番4号,087-822-3333,3,",
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

const signIn = (page: Page, hands: Hands, email: string) => signInAt(served.url, page, { email, hands });

async function importList(page: Page, hands: Hands, { name, text }: { name: string; text: string }): Promise<void> {
  await page.goto(`${served.url}/businesses/import`);
  await page.setInputFiles('input[type="file"]', { name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await hands.press(page.getByRole("button", { name: "内容を確かめる" }));
  await page.getByRole("heading", { level: 1, name: "取り込む前の確認" }).waitFor();
  await answerWhereFrom(page, hands);
  await hands.press(page.getByRole("button", { name: /取り込む/ }).first());
  await page.getByRole("heading", { level: 1, name: "取り込みました" }).waitFor();
}

async function lookSideBySide(page: Page, hands: Hands, size: string): Promise<void> {
  await hands.press(page.getByRole("link", { name: "重複を確かめる（2組）" }));
  await page.getByRole("heading", { level: 1, name: "重複を確かめる" }).waitFor();
  await page.getByText("全2組（うち可能性の高いもの2組）").waitFor();
  await expectWellBuilt(page);
  await picture(page, `duplicates-${size}`);
  await hands.press(page.getByRole("link", { name: /並べて見る.*讃岐製麺/ }));
  await page.getByRole("heading", { level: 1, name: "同じ事業者かを確かめる" }).waitFor();
  await page.getByText("電話が同じ").waitFor();
  await expectWellBuilt(page);
  await picture(page, `merge-${size}`);
}

async function mergeAndUndo(page: Page, hands: Hands): Promise<void> {
  const employees = page.getByRole("group", { name: "従業員数" });
  await employees.getByRole("radio", { name: /8人/ }).check();
  await hands.press(page.getByRole("button", { name: "同じ事業者としてまとめる" }));
  await page.getByText("「株式会社讃岐製麺」にまとめました。").waitFor();
  await expectWellBuilt(page);
  await page.goto(`${served.url}/businesses?q=${encodeURIComponent("讃岐製麺")}`);
  await page.getByRole("link", { name: "株式会社讃岐製麺" }).waitFor();
  expect(await page.getByRole("link", { name: "讃岐製麺㈱" }).count()).toBe(0);
  await hands.press(page.getByRole("link", { name: "株式会社讃岐製麺" }));
  await page.getByText("8人").first().waitFor();
  await page.getByText("資金繰り").first().waitFor();
  await page.goBack();
  await page.goBack();
  await hands.press(page.getByRole("button", { name: "元に戻す" }));
  await page.getByText("まとめる前に戻しました").waitFor();
  await page.getByText("全2組").waitFor();
  await expectWellBuilt(page);
}

async function judgeDifferent(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByRole("link", { name: /並べて見る.*髙田商店/ }));
  await hands.press(page.getByRole("button", { name: "別の事業者", exact: true }));
  await page.getByText("別の事業者として記録しました").waitFor();
  await page.getByText("全1組").waitFor();
  await expectWellBuilt(page);
  await page.goto(`${served.url}/businesses/duplicates`);
  await page.getByText("全1組").waitFor();
  await page.goto(`${served.url}/businesses`);
  await hands.press(page.getByRole("link", { name: "株式会社讃岐製麺" }));
  await page.getByText("同じ事業者かもしれない登録があります").waitFor();
  await expectWellBuilt(page);
}

describe.skipIf(!hasBrowser)("a coordinator whose two lists know the same businesses", () => {
  it.each(SIZES)(
    "looks at them side by side, merges, undoes, and has two remembered as different, at $name px",
    async (size) => {
      const page = await openPage(browser, size);
      const hands = size.name === "1280" ? byKeyboard(page) : byPointer;
      await signIn(page, hands, `shidoin-${size.name}@example.jp`);
      await importList(page, hands, { name: "組合員名簿.csv", text: MEMBERS });
      await importList(page, hands, { name: "訪問先.csv", text: VISITED });
      await expectWellBuilt(page);
      await lookSideBySide(page, hands, size.name);
      await mergeAndUndo(page, hands);
      await judgeDifferent(page, hands);
      await page.context().close();
    },
  );
});
