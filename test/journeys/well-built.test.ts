import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultsOf, hasBrowser, openBrowser, openPage, SIZES } from "./browser.ts";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (!hasBrowser) return;
  browser = await openBrowser();
  page = await openPage(browser, SIZES[1]);
});
afterAll(() => browser?.close());

const show = (body: string) =>
  page.setContent(
    `<!doctype html><html lang="ja"><head><title>題</title></head><body><main><h1>題</h1>${body}</main></body></html>`,
  );

describe.skipIf(!hasBrowser)("a page of a walk", () => {
  it("has no fault where nothing is wrong with it", async () => {
    await show("<p>本文</p>");
    expect(await faultsOf(page)).toEqual([]);
  });

  it.each([
    ["a picture without words", '<img src="data:,">', "image-alt"],
    ["words too faint to read", '<p style="color:#ccc">かすれた字</p>', "color-contrast"],
    ["a field without a name", '<input type="text">', "label"],
    ["headings that leave out a level", "<h3>小見出し</h3>", "heading-order"],
    ["fields together without a heading", "<fieldset><label>欄<input /></label></fieldset>", "H71"],
    ["something wider than the screen", '<div style="width: 900px">広い</div>', "px wider"],
  ])("is at fault with %s", async (_, body, told) => {
    await show(body);
    expect((await faultsOf(page)).join()).toContain(told);
  });
});
