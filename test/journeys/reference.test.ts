import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SOUND_DATA, withDataFolder } from "../../api/test/data-folder.ts";
import type { ServedInstallation } from "../served-installation.ts";
import { expectWellBuilt, hasBrowser, openPage, picture, SIZES } from "./browser.ts";
import { closeHouse, openHouse, signInAt } from "./house.ts";

const EMAIL = "shidoin@example.jp";

/** An old list: addresses without coordinates, one in a town that is gone, trades in words. */
const LIST =
  "管理番号,事業者名,所在地,業種\nN1,朝日軒,高松市朝日町一丁目2-3,パン製造業\nN2,牟礼石材,木田郡牟礼町牟礼100,石材店\n";

let served: ServedInstallation;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  ({ served, browser } = await openHouse([{ email: EMAIL, federation: "37" }]));
});
afterAll(() => closeHouse({ served, browser }));

const signIn = (page: Page) => signInAt(served.url, page, { email: EMAIL });

async function handIn(page: Page): Promise<void> {
  await page.goto(`${served.url}/businesses/import`);
  const buffer = Buffer.from(LIST);
  await page.setInputFiles('input[type="file"]', { name: "古い名簿.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "内容を確かめる" }).click();
  await page.getByRole("heading", { level: 1, name: "取り込む前の確認" }).waitFor();
  await page.getByText("旧牟礼町は現在の高松市です").waitFor();
}

describe.skipIf(!hasBrowser)("reference data on the screens", () => {
  it.each(SIZES)("says at $name what is missing, while nothing is loaded", async ({ name, ...size }) => {
    const page = await openPage(browser, size);
    await signIn(page);
    await page.locator("summary").filter({ hasText: "アカウント" }).click();
    await page.getByRole("link", { name: "資料の出典" }).click();
    await page.getByRole("heading", { level: 1, name: "資料の出典" }).waitFor();
    expect(await page.getByText("読み込んでいません").count()).toBe(6);
    await expectWellBuilt(page);
    await picture(page, `sources-${name}`);
    await handIn(page);
    await page.getByText("2事業者の位置は、この一覧からは分かりません").waitFor();
    await expectWellBuilt(page);
    await page.context().close();
  });

  it("places businesses by their address once it is loaded", async () => {
    const loaded = await withDataFolder(SOUND_DATA, (folder) => served.musubi(["seed", "reference", "--from", folder]));
    expect(loaded).toMatchObject({ code: 0 });
    for (const { name, ...size } of SIZES) {
      const page = await openPage(browser, size);
      await signIn(page);
      await handIn(page);
      await page.getByText("2事業者の位置を、所在地から推定しました（町のあたりまで2、役所の位置0）。").waitFor();
      await expectWellBuilt(page);
      await page.goto(`${served.url}/sources`);
      await page.getByText("Geolonia 住所データ、CC BY 4.0").waitFor();
      expect(await page.getByText("読み込んでいません").count()).toBe(0);
      await expectWellBuilt(page);
      await picture(page, `sources-loaded-${name}`);
      await page.context().close();
    }
  });
});
