import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServedInstallation } from "../served-installation.ts";
import { expectWellBuilt, hasBrowser, openPage, SIZES } from "./browser.ts";
import { closeHouse, federationAt, openHouse, signInAt } from "./house.ts";
import { answerWhereFrom, byPointer } from "./steps.ts";

const LIST = [
  "管理番号,事業者名,フリガナ,所在地,市区町村コード,業種,課題,担当指導員,最終訪問日,備考",
  "A1,㈱髙嶋鐵工所,タカシマテッコウショ,高松市番町1-1,37201,鉄骨の加工,人手不足,指導 花子,2025-01-10,",
  'A2,讃岐一刀彫,サヌキイットウボリ,善通寺市文京町2-2,37204,木彫りの製造,後継者不足,指導 花子,2026-11-01,"展示会に出たい。\n来年また聞く。"',
  "A3,さぬき製麺,サヌキセイメン,丸亀市大手町3-3,37202,製麺,人手不足,見本 太郎,,=SUM(A1)と書いてある",
  "A4,𠮷田花火店,ヨシダハナビテン,坂出市京町4-4,37203,花火の製造,,,,",
].join("\n");

let served: ServedInstallation;
let browser: Browser;

const emailOf = (name: string, size: string) => `${name}-${size}@example.jp`;

beforeAll(async () => {
  if (!hasBrowser) return;
  ({ served, browser } = await openHouse(
    SIZES.flatMap(({ name: size }) => [
      { email: emailOf("hanako", size), federation: federationAt(size) },
      { email: emailOf("taro", size), name: "見本 太郎", federation: federationAt(size) },
    ]),
  ));
});
afterAll(() => closeHouse({ served, browser }));

const signIn = (page: Page, email: string) => signInAt(served.url, page, { email });

async function handIn(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto(`${served.url}/businesses/import`);
  await page.setInputFiles('input[type="file"]', { name, mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "内容を確かめる" }).click();
  await page.getByRole("heading", { level: 1, name: "取り込む前の確認" }).waitFor();
}

/** The names in the table, in its order. */
const shown = (page: Page) => page.getByRole("rowheader").getByRole("link").allInnerTexts();

async function findAsTyped(page: Page): Promise<void> {
  await page.goto(`${served.url}/businesses`);
  const field = page.getByLabel("事業者を探す");
  await field.pressSequentially("たかしま", { delay: 30 });
  await expect.poll(() => shown(page)).toEqual(["㈱髙嶋鐵工所"]);
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await field.fill("高島鉄工");
  await expect.poll(() => shown(page)).toEqual(["㈱髙嶋鐵工所"]);
  await field.fill("サヌキ");
  await expect.poll(() => shown(page)).toEqual(["讃岐一刀彫", "さぬき製麺"]);
  await expectWellBuilt(page);
}

async function filterSortAndChoose(page: Page): Promise<void> {
  await page.goto(`${served.url}/businesses`);
  await page.getByText("絞り込む").click();
  await page.getByLabel("自分の担当").check();
  await expect.poll(async () => (await shown(page)).toSorted()).toEqual(["㈱髙嶋鐵工所", "讃岐一刀彫"].toSorted());
  await page.getByLabel(/6か月以上訪問なし/).check();
  await expect.poll(() => shown(page)).toEqual(["㈱髙嶋鐵工所"]);
  await page.getByRole("link", { name: /^6か月以上訪問なし/ }).click();
  await expect.poll(async () => (await shown(page)).length).toBe(2);
  await page.getByRole("link", { name: "市区町村", exact: true }).click();
  await expect.poll(() => shown(page)).toEqual(["㈱髙嶋鐵工所", "讃岐一刀彫"]);
  await page.getByRole("link", { name: "市区町村", exact: true }).click();
  await expect.poll(() => shown(page)).toEqual(["讃岐一刀彫", "㈱髙嶋鐵工所"]);
  await page.getByText("列を選ぶ").first().click();
  await page.getByRole("checkbox", { name: "備考" }).check();
  await page.getByRole("columnheader", { name: "備考" }).waitFor();
  await expectWellBuilt(page);
}

async function saveAndShare(page: Page): Promise<string> {
  await page.getByText("いまの表示を保存する").click();
  await page.getByRole("button", { name: "保存する", exact: true }).click();
  await page.getByText("表示の名前を入れてください。").waitFor();
  await expectWellBuilt(page);
  await page.getByLabel("表示の名前", { exact: true }).fill("花子の担当");
  await page.getByLabel("中央会の全員に見せる").first().check();
  await page.getByRole("button", { name: "保存する", exact: true }).click();
  await page.getByText("表示を保存しました").waitFor();
  await expectWellBuilt(page);
  await page.goto(`${served.url}/businesses`);
  await page.getByRole("link", { name: "花子の担当" }).click();
  await expect.poll(() => shown(page)).toEqual(["讃岐一刀彫", "㈱髙嶋鐵工所"]);
  return page.url();
}

async function exportAndBringBack(page: Page): Promise<void> {
  await page.goto(`${served.url}/businesses`);
  await page.getByRole("link", { name: "ほかの形式で出力" }).click();
  await page.getByRole("heading", { level: 1, name: "一覧を出力する" }).waitFor();
  await expectWellBuilt(page);
  await page.getByLabel(/CP932/).check();
  await page.getByText("CP932で書けない文字があります").waitFor();
  await page.getByText("𠮷田花火店").waitFor();
  await page.getByLabel("すべての項目").check();
  await page.getByLabel(/Excel（.xlsx）/).check();
  await page.getByText("CP932で書けない文字があります").waitFor({ state: "hidden" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "出力する", exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^事業者一覧_.*\.xlsx$/);
  await handIn(page, "list.xlsx", readFileSync(await download.path()));
  await page.getByText("変更なし").first().waitFor();
  expect(await page.getByRole("button", { name: /取り込む/ }).count()).toBe(0);
  await expectWellBuilt(page);
}

describe.skipIf(!hasBrowser)("a coordinator finds businesses, and takes a list out and back", () => {
  it.each(SIZES)("at $name pixels", async (size) => {
    const page = await openPage(browser, size);
    await signIn(page, emailOf("hanako", size.name));
    await handIn(page, "名簿.csv", Buffer.from(LIST));
    await answerWhereFrom(page, byPointer);
    await page.getByRole("button", { name: /取り込む/ }).click();
    await page.getByRole("heading", { level: 1, name: "取り込みました" }).waitFor();
    await findAsTyped(page);
    await filterSortAndChoose(page);
    const address = await saveAndShare(page);
    await exportAndBringBack(page);

    const colleague = await openPage(browser, size);
    await signIn(colleague, emailOf("taro", size.name));
    await colleague.goto(`${served.url}/businesses`);
    await colleague.getByText("花子の担当").waitFor();
    await colleague.goto(address.replace("mine=1", ""));
    await colleague.getByRole("columnheader", { name: "備考" }).waitFor();
    await expectWellBuilt(colleague);
  });
});
