import { existsSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { chromium, type Browser, type Page } from "playwright-core";
import { expect } from "vitest";

const CHROMIUM = process.env["CHROME_PATH"] ?? "/usr/bin/chromium";

/** Whether journeys can be walked here. In CI a missing browser is a failure, elsewhere one line. */
export const hasBrowser = existsSync(CHROMIUM);
if (!hasBrowser) {
  if (process.env["CI"]) throw new Error(`No Chromium at ${CHROMIUM}; CI walks the journeys in it.`);
  console.log(`Skipped: no Chromium at ${CHROMIUM} (set CHROME_PATH), so no journey is walked.`);
}

/** The two sizes every page must be good at: an office PC, and the narrowest phone. */
export const SIZES = [
  { name: "1280", width: 1280, height: 900 },
  { name: "360", width: 360, height: 780 },
] as const;

/** Chromium that speaks to this machine alone. */
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  });
}

/** A fresh person at a screen of this size, speaking Japanese. */
export async function openPage(
  browser: Browser,
  size: { readonly width: number; readonly height: number },
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: size.width, height: size.height }, locale: "ja-JP" });
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  return page;
}

/** No violation of WCAG 2.2 A and AA, and nothing wider than the screen. */
export async function expectWellBuilt(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const told = violations.map(({ id, nodes }) => `${page.url()}: ${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(told).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect([page.url(), overflow]).toEqual([page.url(), 0]);
}

/** Keeps a picture of the page where PICTURES names a folder; else nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["PICTURES"];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: false });
}
