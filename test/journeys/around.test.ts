import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServedInstallation } from "../served-installation.ts";
import { expectWellBuilt, hasBrowser, openPage, picture, SIZES } from "./browser.ts";
import { closeHouse, federationAt, openHouse, signInAt } from "./house.ts";
import { answerWhereFrom, byKeyboard, byPointer, type Hands } from "./steps.ts";

/** Twelve noodle shops around Takamatsu station, and one of which nobody knows where it is. */
const LIST = [
  "管理番号,事業者名,所在地,市区町村コード,緯度,経度,業種,従業員数,課題,まとめ役の意向",
  ...Array.from({ length: 12 }, (_, index) => {
    const place = `高松市番町${index + 1}丁目1-1,37201,${(34.34 + index / 2000).toFixed(4)},134.0450`;
    return `A${index + 1},さぬき${"一二三四五六七八九十百千"[index]}屋,${place},うどん店,${3 + index},K02:3;K05:2,${index % 4}`;
  }),
  "A99,どこかの店,,,,,うどん店,3,K02:3,",
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

async function takeIn(page: Page): Promise<void> {
  await page.goto(`${served.url}/businesses/import`);
  const file = { name: "名簿.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) };
  await page.setInputFiles('input[type="file"]', file);
  await page.getByRole("button", { name: "内容を確かめる" }).click();
  await answerWhereFrom(page, byPointer);
  await page.getByRole("button", { name: /取り込む/ }).click();
  await page.getByRole("heading", { level: 1, name: "取り込みました" }).waitFor();
}

async function openProfile(page: Page, name: string): Promise<void> {
  await page.goto(`${served.url}/businesses?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

const section = (page: Page) => page.getByRole("region", { name: "この事業者を含む候補" });

/** The groups are there without anybody asking, and each purpose is a press away. */
async function lookAround(page: Page, hands: Hands, size: string): Promise<void> {
  const around = section(page);
  await around.getByRole("heading", { name: "第1候補" }).waitFor();
  await around.getByRole("listitem").filter({ hasText: "さぬき七屋" }).first().waitFor();
  expect(await around.getByRole("link", { name: "共通課題の解決" }).getAttribute("aria-current")).toBe("true");
  await expectWellBuilt(page);
  await hands.press(around.getByRole("link", { name: "異業種連携" }));
  await page.waitForURL(/groups=CROSS_INDUSTRY/);
  await around.locator('[aria-current="true"]', { hasText: "異業種連携" }).waitFor();
  await around.getByRole("heading", { name: "第1候補" }).waitFor();
  await hands.press(around.getByText(/ほかの候補も見る/));
  await around.getByRole("heading", { name: "第2候補" }).waitFor();
  await expectWellBuilt(page);
  await around.scrollIntoViewIfNeeded();
  await picture(page, `around-${size}`);
}

/** What the server sends to somebody without scripts. */
async function askWithoutScript(page: Page): Promise<void> {
  const address = new URL(page.url());
  const sent = await page.request.get(`${address.origin}${address.pathname}?groups=COOPERATIVE`);
  expect(await sent.text()).toMatch(/<h3[^>]*>第1候補<\/h3>/);
  const wrong = await page.request.get(`${address.origin}${address.pathname}?groups=PARTY`);
  expect([wrong.status(), await wrong.text()]).toEqual([200, expect.stringContaining("もう一度調べる")]);
}

async function searchFurther(page: Page, hands: Hands): Promise<void> {
  await hands.press(section(page).getByRole("link", { name: "この条件で詳しく探す" }));
  await page.getByText("「さぬき七屋」を必ず含めて探します").waitFor();
  expect(await page.getByRole("radio", { name: /異業種連携/ }).isChecked()).toBe(true);
  expect(await page.getByLabel("さぬき七屋", { exact: true }).inputValue()).toBe("with");
  await page.getByRole("link", { name: "← さぬき七屋" }).waitFor();
  await expectWellBuilt(page);
  await hands.press(page.getByRole("button", { name: "候補を探す" }).last());
  await page.getByText("第1候補").first().waitFor({ timeout: 60_000 });
  await page.getByRole("link", { name: "さぬき七屋" }).first().waitFor();
}

async function meetOneWithoutPlace(page: Page): Promise<void> {
  await openProfile(page, "どこかの店");
  await section(page).getByText("住所か位置を登録すると").waitFor();
  await expectWellBuilt(page);
}

describe.skipIf(!hasBrowser)("a coordinator on the page of one business", () => {
  it.each(SIZES)(
    "sees the groups with it, asks for another purpose and searches further, at $name px",
    async (size) => {
      const page = await openPage(browser, size);
      const hands = size.name === "1280" ? byKeyboard(page) : byPointer;
      await signInAt(served.url, page, { email: `hanako-${size.name}@example.jp` });
      await takeIn(page);
      await openProfile(page, "さぬき七屋");
      await lookAround(page, hands, size.name);
      await askWithoutScript(page);
      await searchFurther(page, hands);
      await meetOneWithoutPlace(page);
      await page.context().close();
    },
  );
});
