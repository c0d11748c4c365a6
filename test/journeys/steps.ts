import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** Most presses of Tab it may take to reach anything on a page. */
const TABS_MAX = 120;

/** Walks to an element with the Tab key alone, as someone without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < TABS_MAX; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${String(target)} cannot be reached with the Tab key on ${page.url()}.`);
}

/** How a person acts on a page: by mouse or finger, or by keyboard alone. */
export interface Hands {
  press(target: Locator): Promise<void>;
  type(target: Locator, text: string): Promise<void>;
  tick(target: Locator): Promise<void>;
}

export const byPointer: Hands = {
  press: (target) => target.click(),
  type: (target, text) => target.fill(text),
  tick: (target) => target.check(),
};

export function byKeyboard(page: Page): Hands {
  return {
    async press(target) {
      await tabTo(page, target);
      await page.keyboard.press("Enter");
    },
    async type(target, text) {
      await tabTo(page, target);
      const isDate = (await target.getAttribute("type")) === "date";
      if (isDate) await target.fill(text);
      else await page.keyboard.type(text);
    },
    async tick(target) {
      // What was answered before is remembered; another press would take it off.
      if (await target.isChecked()) return;
      await tabTo(page, target);
      await page.keyboard.press("Space");
      expect(await target.isChecked()).toBe(true);
    },
  };
}

/** Answers where a list comes from and what it may be used for; its name is filled in from the file's. */
export async function answerWhereFrom(page: Page, hands: Hands): Promise<void> {
  await hands.tick(page.getByRole("radio", { name: "組合員名簿・会員名簿" }));
  await hands.tick(page.getByRole("checkbox", { name: "連携候補を探す" }));
  await hands.tick(page.getByRole("radio", { name: "同意がある、または個人の情報を含まない" }));
}
