import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServedInstallation } from "../served-installation.ts";
import { expectWellBuilt, hasBrowser, openPage, picture, SIZES } from "./browser.ts";
import { closeHouse, federationAt, openHouse, signInAt } from "./house.ts";
import { byKeyboard, byPointer, type Hands } from "./steps.ts";

/** Sixteen noodle shops along a road; who would lead is far from the others. */
const LIST = [
  "管理番号,事業者名,所在地,市区町村コード,緯度,経度,業種,従業員数,資本金,課題,まとめ役の意向",
  ...Array.from({ length: 16 }, (_, index) => {
    const place = `高松市番町${(index % 5) + 1}丁目1-1,37201,${(34.34 + index / 300).toFixed(4)},134.0450`;
    const name = `讃岐${"一二三四五六七八九十甲乙丙丁戊己"[index]}麺`;
    return `T${index + 1},${name},${place},うどん店,${3 + 2 * index},300万円,K02:3,${index > 9 ? 3 : 0}`;
  }),
].join("\n");

let served: ServedInstallation;
let browser: Browser;

const managerAt = (size: string) => `jimu-${size}@example.jp`;
const coordinatorAt = (size: string) => `shido-${size}@example.jp`;

beforeAll(async () => {
  if (!hasBrowser) return;
  const people = SIZES.flatMap(({ name }) => [
    { email: managerAt(name), name: "事務 太郎", role: "manager" as const, federation: federationAt(name) },
    { email: coordinatorAt(name), federation: federationAt(name) },
  ]);
  ({ served, browser } = await openHouse(people));
  const list = join(mkdtempSync(join(tmpdir(), "musubi-terms-")), "名簿.csv");
  writeFileSync(list, LIST);
  for (const { name } of SIZES) {
    const taken = await served.musubi(["import", "businesses", list, "--federation", federationAt(name)]);
    expect(taken).toMatchObject({ code: 0 });
  }
});
afterAll(() => closeHouse({ served, browser }));

async function discover(page: Page): Promise<string> {
  await page.goto(`${served.url}/discover`);
  await page.getByRole("radio", { name: /共通課題の解決/ }).check();
  await page.getByRole("button", { name: "候補を探す" }).last().click();
  await page.getByText("第1候補").first().waitFor({ timeout: 60_000 });
  return new URL(page.url()).pathname;
}

async function openTerms(page: Page): Promise<void> {
  await page.goto(`${served.url}/`);
  await page.getByRole("banner").locator("summary").click();
  await page.getByRole("link", { name: "配点の設定" }).click();
  await page.getByRole("heading", { level: 1, name: "配点の設定" }).waitFor();
}

/** Moves a slider as a person does: the others follow, and what moves among the candidates is shown. */
async function tryOut(page: Page, size: string): Promise<void> {
  const slider = page.getByRole("slider", { name: "所在地の近さの配点" });
  await slider.focus();
  for (let step = 0; step < 8; step += 1) await page.keyboard.press("ArrowRight");
  await page.getByText("並びの変化（保存前）").waitFor();
  await page.getByText("合計 100").waitFor();
  expect(await page.getByRole("spinbutton", { name: "所在地の近さ" }).inputValue()).toBe("20");
  await expectWellBuilt(page);
  await picture(page, `terms-preview-${size}`);
}

async function save(page: Page, hands: Hands, size: string): Promise<void> {
  await hands.press(page.getByRole("button", { name: "この配点を保存する" }));
  await page.getByText("変える理由を入れてください").first().waitFor();
  await expectWellBuilt(page);
  expect(await page.getByRole("spinbutton", { name: "所在地の近さ" }).inputValue()).toBe("20");
  await hands.type(page.getByLabel("変える理由"), "近くの事業者どうしの方が続いているため");
  await hands.press(page.getByRole("button", { name: "この配点を保存する" }));
  await page.getByText("第1版として保存しました").waitFor();
  await page.getByText(/共通課題の解決（組合づくり）：.*所在地の近さ 12→20/).waitFor();
  await expectWellBuilt(page);
  await picture(page, `terms-saved-${size}`);
}

/** Saved by mistake: taken back where it is told, and saved again. */
async function takeBack(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByRole("button", { name: "元に戻す", exact: true }));
  await page.getByText("第2版として保存しました").waitFor();
  await page.getByText("第1版を保存してすぐ、元に戻しました").first().waitFor();
  expect(await page.getByRole("spinbutton", { name: "所在地の近さ" }).inputValue()).toBe("12");
  await expectWellBuilt(page);
  await hands.press(page.getByRole("button", { name: "元に戻す", exact: true }));
  await page.getByText("第3版として保存しました").waitFor();
  expect(await page.getByRole("spinbutton", { name: "所在地の近さ" }).inputValue()).toBe("20");
}

async function tellsItsTerms(page: Page, address: string, terms: RegExp): Promise<void> {
  await page.goto(`${served.url}${address}/1`);
  await page.getByText(terms).waitFor();
  await expectWellBuilt(page);
}

/** The terms that the same question goes by on the command line, where no file of terms is given. */
async function termsOnTheCommandLine(federation: string): Promise<string> {
  const asked = ["discover", "--purpose", "COOPERATIVE", "--federation", federation, "--top", "1", "--json"];
  const { stdout } = await served.musubi(asked);
  return (JSON.parse(stdout) as { terms: string }).terms;
}

async function goBack(page: Page, hands: Hands): Promise<void> {
  await page.goto(`${served.url}/settings/terms?purpose=COOPERATIVE`);
  await page.getByText("標準の配点に戻す").first().click();
  await hands.press(page.getByRole("button", { name: "標準の配点に戻す" }));
  await page.getByText("変える理由を入れてください").first().waitFor();
  await expectWellBuilt(page);
  await hands.type(page.getByLabel("戻す理由").last(), "効果を見比べるため");
  await hands.press(page.getByRole("button", { name: "標準の配点に戻す" }));
  await page.getByText("第4版として保存しました").waitFor();
  await page.getByText("標準の配点に戻しました").last().waitFor();
  await expectWellBuilt(page);
}

describe.skipIf(!hasBrowser)("a manager who sets the weights of the federation", () => {
  it.each(SIZES)(
    "tries them out, saves them with a reason and goes back, while candidates keep theirs, at $name px",
    async (size) => {
      const page = await openPage(browser, size);
      const hands = size.name === "1280" ? byKeyboard(page) : byPointer;
      await signInAt(served.url, page, { email: managerAt(size.name) });
      const before = await discover(page);
      await openTerms(page);
      await page.getByText("まだ変更はありません").waitFor();
      await expectWellBuilt(page);
      await tryOut(page, size.name);
      await save(page, hands, size.name);
      await takeBack(page, hands);
      await tellsItsTerms(page, before, /標準の配点（/);
      await tellsItsTerms(page, await discover(page), /配点 第3版（\d+年\d+月\d+日、事務 太郎：第2版を保存してすぐ/);
      expect(await termsOnTheCommandLine(federationAt(size.name))).toBe(`2026-11+${federationAt(size.name)}.3`);
      await goBack(page, hands);
      await page.context().close();
    },
  );

  it.each(SIZES)("lets a coordinator read them and says whom to ask, at $name px", async (size) => {
    const page = await openPage(browser, size);
    await signInAt(served.url, page, { email: coordinatorAt(size.name) });
    await openTerms(page);
    await page.getByText("事務 太郎さんにご相談ください").waitFor();
    expect(await page.getByRole("button", { name: "この配点を保存する" }).count()).toBe(0);
    await page.getByRole("link", { name: "共同受注" }).click();
    await page.getByRole("rowheader", { name: /受注余力/ }).waitFor();
    await expectWellBuilt(page);
    await picture(page, `terms-read-only-${size.name}`);
    await page.context().close();
  });

  it("refuses without script what does not sum to 100, keeps what was typed, and shows what moves", async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, locale: "ja-JP" });
    const page = await plain.newPage();
    await signInAt(served.url, page, { email: managerAt("360") });
    await page.goto(`${served.url}/settings/terms?purpose=COOPERATIVE`);
    await page.getByRole("spinbutton", { name: "まとめ役" }).fill("30");
    await page.getByLabel("変える理由").fill("試し");
    await page.getByRole("button", { name: "この配点を保存する" }).click();
    await page.getByText("配点の合計が110です").first().waitFor();
    expect(await page.getByRole("spinbutton", { name: "まとめ役" }).inputValue()).toBe("30");
    expect(await page.getByLabel("変える理由").inputValue()).toBe("試し");
    await page.getByRole("spinbutton", { name: "共通の課題" }).fill("22");
    await page.getByRole("button", { name: "並びの変化を見る" }).click();
    await page.getByText("並びの変化（保存前）").waitFor();
    expect(await page.getByRole("spinbutton", { name: "共通の課題" }).inputValue()).toBe("22");
    await plain.close();
  });
});
