import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
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

/** The engine of pa11y; it finds faults of ARIA that axe leaves open. */
const SNIFFER = readFileSync(fileURLToPath(import.meta.resolve("@pa11y/html_codesniffer/build/HTMLCS.js")), "utf8");

/** It takes `autocomplete="username"` on a field for an e-mail for a fault, which the HTML standard allows. */
const MISTAKEN = /^WCAG2AA\.Principle1\.Guideline1_3\.1_3_5\.H98: Invalid autocomplete value: username/;

/** What pa11y would report of a page as errors, WCAG 2 AA; warnings and notices ask a person to look, and are left out as pa11y does. */
async function sniff(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's own policy lets no stranger's script in.
  await page.evaluate(SNIFFER);
  const errors = await page.evaluate(async () => {
    interface Message {
      readonly type: number;
      readonly code: string;
      readonly msg: string;
      readonly element: Element;
    }
    const { HTMLCS } = globalThis as unknown as {
      HTMLCS: {
        ERROR: number;
        process(standard: string, page: Document, done: () => void): void;
        getMessages(): Message[];
      };
    };
    await new Promise<void>((done) => HTMLCS.process("WCAG2AA", document, done));
    const errors = HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR);
    return errors.map(({ code, msg, element }) => `${code}: ${msg} ${element.outerHTML.slice(0, 200)}`);
  });
  return errors.filter((error) => !MISTAKEN.test(error));
}

/** Rules of WCAG 2.2 A and AA, and what is good practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What is wrong with a page: violations of WCAG 2.2 A and AA by axe and by pa11y's engine, and what is wider than the screen. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  // Only what is wrong is described, and in the page itself, which holds no other: describing all that is right took three
  // times as long as finding what is not.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"], selectors: false })
    .withTags(RULES)
    .setLegacyMode()
    .analyze();
  const violated = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  const sniffed = await sniff(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return [...violated, ...sniffed, ...(wider > 0 ? [`${wider} px wider than the screen`] : [])];
}

export async function expectWellBuilt(page: Page): Promise<void> {
  const faults = await faultsOf(page);
  expect(faults.map((fault) => `${page.url()}: ${fault}`).join("\n")).toBe("");
}

/** Keeps a picture of the page where PICTURES names a folder; else nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["PICTURES"];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: false });
}
