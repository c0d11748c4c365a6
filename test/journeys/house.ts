import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { serveInstallation, type ServedInstallation } from "../served-installation.ts";
import { openBrowser } from "./browser.ts";
import { byPointer, type Hands } from "./steps.ts";

/** The password of everybody in a journey. */
const PASSWORD = "ことのほか長い合言葉です";

/** What a journey begins in: an installation without anything in it but people, and a browser. */
export interface House {
  readonly served: ServedInstallation;
  readonly browser: Browser;
}

/** Somebody who can sign in: a coordinator, or what the role says. */
export interface Person {
  readonly email: string;
  readonly name?: string;
  readonly role?: "coordinator" | "manager";
  readonly federation: string;
}

/** The federation of a walk at this size: one of its own, so that each starts with an empty house. */
export function federationAt(size: string): string {
  return size === "360" ? "36" : "37";
}

/** Opens an empty house for these people. */
export async function openHouse(people: readonly Person[]): Promise<House> {
  const served = await serveInstallation({ MUSUBI_DEMO: "0" });
  for (const { email, name = "指導 花子", role = "coordinator", federation } of people) {
    const account = ["user", "add", email, "--name", name, "--role", role, "--federation", federation];
    expect(await served.musubi(account, `${PASSWORD}\n`)).toMatchObject({ code: 0 });
  }
  return { served, browser: await openBrowser() };
}

/** Closes what was opened, also where nothing was. */
export async function closeHouse({ served, browser }: Partial<House>): Promise<void> {
  await browser?.close();
  await served?.stop();
}

/** Signs in on the first page. */
export async function signInAt(
  url: string,
  page: Page,
  { email, hands = byPointer }: { readonly email: string; readonly hands?: Hands },
): Promise<void> {
  await page.goto(url);
  await hands.type(page.getByLabel("メールアドレス"), email);
  await hands.type(page.getByLabel("パスワード", { exact: true }), PASSWORD);
  await hands.press(page.getByRole("button", { name: "サインインする" }));
  await page.getByRole("heading", { level: 1, name: "今日の仕事" }).waitFor();
}
