import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccessError, NotFoundError } from "#domain/errors.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { AccountRecord } from "#persistence/account-record.ts";
import { idOf } from "#queries/global-id.ts";
import { listSavedViews } from "#queries/saved-views.ts";
import { actingAs, KAGAWA, TOKUSHIMA } from "../../test/acting.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { removeView, saveView } from "./save-view.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Somebody with an account of their own. */
async function person(name: string, federation: string) {
  const acting = actingAs(database.orm, { federation });
  const accountId = randomUUID();
  await actingFor(database.orm, { federation }).insert(AccountRecord, {
    ...{ id: accountId, federationCode: federation, email: `${accountId}@example.jp`, name, role: "coordinator" },
    ...{ passwordHash: "", demo: false, disabledAt: null, createdAt: acting.now() },
  });
  return { ...acting, viewer: { ...acting.viewer, accountId, name } };
}

const view = (name: string, shared = false) => ({ name, query: "mine=1&visited=6", shared });
const names = async (ctx: Awaited<ReturnType<typeof person>>) =>
  (await listSavedViews(ctx)).map(({ name, isOwn, ownerName }) => [name, isOwn, ownerName]);

describe("a view somebody keeps", () => {
  it("is theirs alone until they share it, and never another federation's", async () => {
    const [hanako, taro] = [await person("花子", KAGAWA), await person("太郎", KAGAWA)];
    const stranger = await person("阿波子", TOKUSHIMA);
    await saveView(hanako, view("秋の訪問"));
    await saveView(hanako, view("全員で見る", true));
    expect(await names(hanako)).toEqual([
      ["全員で見る", true, "花子"],
      ["秋の訪問", true, "花子"],
    ]);
    expect(await names(taro)).toEqual([["全員で見る", false, "花子"]]);
    expect(await names(stranger)).toEqual([]);
  });

  it("is changed, removed and brought back by its owner alone", async () => {
    const [owner, other] = [await person("次郎", KAGAWA), await person("三郎", KAGAWA)];
    const saved = await saveView(owner, view("予定"));
    const id = saved.accepted ? saved.change.viewId : "";
    await expect(saveView(other, view("別の名前"), id)).rejects.toThrow(NotFoundError);
    await expect(removeView(other, id, { restore: false })).rejects.toThrow(NotFoundError);
    expect((await saveView(owner, view("春の予定"), id)).accepted).toBe(true);
    await removeView(owner, id, { restore: false });
    expect((await listSavedViews(owner)).filter(({ isOwn }) => isOwn)).toEqual([]);
    await removeView(owner, id, { restore: true });
    expect((await listSavedViews(owner)).map((one) => [idOf("SavedView", one.id), one.name])).toContainEqual([
      id,
      "春の予定",
    ]);
  });

  it("is nothing the installation itself can have", async () => {
    const system = { ...actingAs(database.orm), viewer: { kind: "system", federation: KAGAWA } as const };
    expect(() => saveView(system, view("x"))).toThrow(AccessError);
  });
});
