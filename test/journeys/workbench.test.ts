import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServedInstallation } from "../served-installation.ts";
import { expectWellBuilt, hasBrowser, openPage, picture, SIZES } from "./browser.ts";
import { closeHouse, federationAt, openHouse, signInAt } from "./house.ts";
import { answerWhereFrom, byKeyboard, byPointer, type Hands } from "./steps.ts";

/** Two towns of eight shops each: those of 番町 share the want of hands, those of 土器町 the want of customers. */
const LIST = [
  "管理番号,事業者名,所在地,市区町村コード,緯度,経度,業種,従業員数,資本金,課題,まとめ役の意向",
  ...Array.from({ length: 16 }, (_, index) => {
    const isTakamatsu = index < 8;
    const place = isTakamatsu
      ? `高松市番町${index + 1}丁目1-1,37201,${(34.34 + index / 2000).toFixed(4)},134.0450`
      : `丸亀市土器町東${index}丁目1-1,37202,${(34.29 + index / 2000).toFixed(4)},133.8100`;
    const name = `${isTakamatsu ? "さぬき" : "まるがめ"}${"一二三四五六七八"[index % 8]}屋`;
    return `T${index + 1},${name},${place},うどん店,${3 + (index % 8)},300万円,${isTakamatsu ? "K02:3" : "K05:2"},${index % 4}`;
  }),
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

async function importList(page: Page, hands: Hands): Promise<void> {
  await page.goto(`${served.url}/businesses/import`);
  const file = { name: "名簿.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) };
  await page.setInputFiles('input[type="file"]', file);
  await hands.press(page.getByRole("button", { name: "内容を確かめる" }));
  await page.getByRole("heading", { level: 1, name: "取り込む前の確認" }).waitFor();
  await answerWhereFrom(page, hands);
  await hands.press(page.getByRole("button", { name: /取り込む/ }).first());
  await page.getByRole("heading", { level: 1, name: "取り込みました" }).waitFor();
}

async function discover(page: Page, hands: Hands): Promise<string> {
  await page.goto(`${served.url}/discover`);
  await hands.tick(page.getByRole("radio", { name: /共通課題の解決/ }));
  await hands.press(page.getByRole("button", { name: "候補を探す" }).last());
  await page.getByRole("heading", { name: "第1候補" }).waitFor({ timeout: 60_000 });
  expect(await page.locator("article").count()).toBeGreaterThan(1);
  return page.url();
}

/** Looks at a page from its top: the bar at the bottom of a phone covers half a line elsewhere. */
async function expectWellBuiltFromTop(page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectWellBuilt(page);
}

async function lookThrough(page: Page, hands: Hands): Promise<void> {
  await page.getByLabel("並び順", { exact: true }).selectOption({ label: "事業者どうしが近い順" });
  await page.waitForURL(/sort=near/);
  await hands.press(page.getByText("絞り込む", { exact: true }).first());
  await hands.type(page.getByLabel("事業者の名前"), "まるがめ");
  await page.getByText(/件のうち/).waitFor();
  await expectWellBuiltFromTop(page);
  await hands.press(page.getByRole("link", { name: /まるがめ.*を外す/ }));
  await page.waitForURL((url) => !url.searchParams.has("with"));
  await page.getByRole("link", { name: /^第2候補：/ }).click();
  await page.waitForURL(/at=2/);
  expect(await page.locator('article[aria-current="true"] h2').textContent()).toBe("第2候補");
  await expectWellBuiltFromTop(page);
}

async function weigh(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByText("配点を変えて並べ直す"));
  const slider = page.getByRole("slider", { name: "所在地の近さの配点" });
  await slider.focus();
  for (let presses = 0; presses < 10; presses += 1) await page.keyboard.press("ArrowRight");
  await page.waitForURL(/w\.nearness=22/);
  const weights = await page
    .locator('input[type="number"][name^="w."]')
    .evaluateAll((all) => all.map((one) => Number((one as HTMLInputElement).value)));
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100);
  await page.getByText(/1番目/).first().waitFor();
  await expectWellBuiltFromTop(page);
  await picture(page, `weights-${page.viewportSize()?.width}`);
  await hands.press(page.getByRole("link", { name: "配点を元に戻す" }));
  await page.waitForURL((url) => !url.search.includes("w."));
}

/** Picks two of the list: the second leaves the first picked. */
async function pickTwo(page: Page, hands: Hands): Promise<void> {
  await hands.tick(page.getByLabel("第1候補を比べる"));
  await hands.tick(page.getByLabel("第2候補を比べる"));
  await page.getByText("2件を選んでいます").waitFor();
  await hands.press(page.getByRole("button", { name: "選んだ候補を並べて比べる" }));
  await page.getByRole("heading", { name: "案の違い" }).waitFor();
  expect(await page.getByRole("heading", { name: /^案[AB]$/ }).count()).toBe(2);
}

const membersOf = (page: Page, letter: string) =>
  page.getByRole("link", { name: new RegExp(`を案${letter}から外す$`) });

/** The page did not jump: what was pressed is where it was, and Enter presses it again. */
async function expectStayed(page: Page, pressed: Locator): Promise<void> {
  await expect.poll(() => pressed.evaluate((link) => link === document.activeElement)).toBe(true);
  const { y = -1 } = (await pressed.boundingBox()) ?? {};
  expect(y).toBeGreaterThan(0);
  expect(y).toBeLessThan(page.viewportSize()?.height ?? 0);
}

async function play(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByRole("link", { name: "第1候補を組み替えてみる" }));
  await page.getByRole("heading", { level: 1, name: "組み替えてみる" }).waitFor();
  const before = await membersOf(page, "A").count();
  await expectWellBuiltFromTop(page);
  await hands.press(page.getByRole("link", { name: /を固定する$/ }).first());
  await page.getByText("固定しています").waitFor();
  await expectStayed(page, page.getByRole("link", { name: /の固定を/ }).first());
  await hands.press(membersOf(page, "A").first());
  await expect.poll(() => membersOf(page, "A").count()).toBe(before - 2);
  await page.getByRole("button", { name: "元に戻す" }).waitFor();
  await page.keyboard.press("Control+z");
  await expect.poll(() => membersOf(page, "A").count()).toBe(before - 1);
  await page.keyboard.press("Control+Shift+Z");
  await expect.poll(() => membersOf(page, "A").count()).toBe(before - 2);
  await hands.press(page.getByRole("link", { name: /を案Aに加える$/ }).first());
  await expect.poll(() => membersOf(page, "A").count()).toBe(before - 1);
  await hands.press(page.getByRole("link", { name: "案Aを写して別の案にする" }));
  await page.getByRole("heading", { name: "案B", exact: true }).waitFor();
  await hands.type(page.getByLabel("名前で探して加える").last(), "まるがめ一屋");
  await page.keyboard.press("Enter");
  await hands.press(page.getByRole("link", { name: "まるがめ一屋を案Bに加える" }));
  await page.getByRole("heading", { name: "案の違い" }).waitFor();
  await page.getByText(/案Aが案Bより.*点高いのは、主に/).waitFor();
  await expectWellBuiltFromTop(page);
  await picture(page, `workbench-${page.viewportSize()?.width}`);
  await hands.press(page.getByLabel("案B：この組み合わせを保存"));
  const name = page.getByLabel("保存する名前").last();
  expect(await name.inputValue()).toContain("ほか");
  await hands.press(page.getByRole("button", { name: "保存", exact: true }).last());
  await page.getByText("保存しました。").first().waitFor();
  await expectWellBuiltFromTop(page);
  await hands.press(page.getByRole("link", { name: "保存した候補を開く" }));
  await page.waitForURL(/\/proposals\//);
}

/** Asks the same again with another most, after a slip of the hand, and finds what was typed by the way back. */
async function askWithChange(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByRole("link", { name: "条件を変えて探す" }));
  await page.getByRole("heading", { level: 1, name: "連携候補を探す" }).waitFor();
  expect(await page.getByRole("radio", { name: /共通課題の解決/ }).isChecked()).toBe(true);
  const most = page.getByLabel("最多");
  await hands.type(most, "99999999999");
  await page.getByLabel("事業者の名称").focus();
  await hands.press(page.getByRole("button", { name: "候補を探す" }).last());
  await page.getByRole("link", { name: /「最多」の数が大きすぎます/ }).waitFor();
  await expectWellBuiltFromTop(page);
  await most.fill("5");
  await hands.press(page.getByRole("button", { name: "候補を探す" }).last());
  await page.getByRole("heading", { name: "第1候補" }).waitFor({ timeout: 60_000 });
  await page
    .getByText(/4～5者/)
    .first()
    .waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "連携候補を探す" }).waitFor();
  await expect.poll(() => most.inputValue()).toBe("5");
}

describe.skipIf(!hasBrowser)("a coordinator who plays with candidates", () => {
  it.each(SIZES)("sorts, filters, weighs, takes out, puts in, undoes and compares, at $name px", async (size) => {
    const page = await openPage(browser, size);
    const hands = size.name === "1280" ? byKeyboard(page) : byPointer;
    await signInAt(served.url, page, { email: `shidoin-${size.name}@example.jp` });
    await importList(page, byPointer);
    const found = await discover(page, byPointer);
    await lookThrough(page, hands);
    await weigh(page, hands);
    await page.goto(found);
    await pickTwo(page, hands);
    await page.goto(found);
    await play(page, hands);
    await page.goto(found);
    await askWithChange(page, hands);
    await page.goto(`${found}/try?g=nobody,${"x".repeat(30)}&g=`);
    await page.getByText("見つからない事業者が2件あり、除いて計算しました。").waitFor();
    await expectWellBuiltFromTop(page);
    await page.context().close();
  });

  it("does the same without JavaScript, by links and forms", async () => {
    const scripted = await openPage(browser, SIZES[0]);
    await signInAt(served.url, scripted, { email: "shidoin-1280@example.jp" });
    const found = await discover(scripted, byPointer);
    const cookies = await scripted.context().storageState();
    const context = await browser.newContext({ javaScriptEnabled: false, storageState: cookies, locale: "ja-JP" });
    const page = await context.newPage();
    await page.goto(found);
    await page.getByLabel("並び順", { exact: true }).selectOption({ label: "事業者数が多い順" });
    await page.getByText("絞り込む", { exact: true }).first().click();
    await page.getByLabel("事業者の名前").fill("まるがめ");
    await page.getByRole("button", { name: "絞り込む" }).click();
    await page.getByText(/件のうち/).waitFor();
    await page.getByText("配点を変えて並べ直す").click();
    await page.getByLabel("所在地の近さ", { exact: true }).fill("60");
    await page.getByRole("button", { name: "この配点で並べ直す" }).click();
    await page.getByText(/変えた配点で並べています/).waitFor();
    await page.goto(found);
    await page.getByLabel("第1候補を比べる").check();
    await page.getByLabel("第2候補を比べる").check();
    await page.getByRole("button", { name: "選んだ候補を並べて比べる" }).click();
    await page.getByRole("heading", { name: "案の違い" }).waitFor();
    const before = await membersOf(page, "B").count();
    await membersOf(page, "B").first().click();
    expect(await membersOf(page, "B").count()).toBe(before - 1);
    await page.goBack();
    expect(await membersOf(page, "B").count()).toBe(before);
    await page.getByRole("link", { name: "案A：この案をやめる" }).click();
    await page.getByRole("heading", { name: "案A", exact: true }).waitFor();
    expect(await page.getByRole("heading", { name: "案B", exact: true }).count()).toBe(0);
    await context.close();
    await scripted.context().close();
  });
});
