import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLOSED_LINE } from "#domain/business/closed.ts";
import type { Facts } from "#domain/business/facts.ts";
import { AccessError, NotFoundError } from "#domain/errors.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { groupsAroundPage } from "#queries/groups-around-page.ts";
import { actingAs, knownBusinesses, TOKUSHIMA } from "../../test/acting.ts";
import { openAnsweredHouse, type AnsweredHouse } from "../../test/answered-house.ts";
import { findGroupsAround } from "./groups-around.ts";
import { keepApart } from "./keep-apart.ts";
import { saveBusiness } from "./save-business.ts";

let house: AnsweredHouse;
let ids: readonly string[];
beforeAll(async () => {
  house = await openAnsweredHouse();
  const known = await house.me().em.find(BusinessRecord, {}, { orderBy: { externalId: "asc" } });
  ids = known.map(({ id }) => id);
});
afterAll(() => house.close());

const asking = (ctx = house.me()) => ({ ...ctx, matching: house.matching });

async function told(businessId: string, purpose?: string) {
  const found = await findGroupsAround(asking(), { businessId, purpose });
  if (!found.accepted) throw new Error(JSON.stringify(found.problems));
  return groupsAroundPage(house.me(), found.change);
}

describe("the groups around one business", () => {
  it("are told in words, each with the business in it, by a question that names it", async () => {
    const [own = ""] = ids;
    const page = await told(own, "COOPERATIVE");
    expect(page).toMatchObject({ purpose: "COOPERATIVE", hindrance: null, details: [] });
    expect(page.business.musubiNumber).toBe(own);
    expect(page.proposals.length).toBeGreaterThan(0);
    for (const { members } of page.proposals) expect(members.map(({ musubiNumber }) => musubiNumber)).toContain(own);
    expect(page.proposals[0]?.reasonsFor[0]).toContain("人手不足");
    expect(page.proposals[0]?.unknowns.length).toBeGreaterThan(0);
  });

  it("are for the first purpose the business is open to, where nobody says what for", async () => {
    const [, own = ""] = ids;
    expect((await told(own)).purpose).toBe("COOPERATIVE");
    const { em } = house.me();
    const { version } = await em.findOneOrFail(BusinessRecord, { id: own });
    const edits = [{ key: "purposes", text: "異業種連携" }] as const;
    const saved = await saveBusiness(house.me(), { seen: { id: own, version }, edits, source: "owner" });
    expect(saved).toMatchObject({ accepted: true });
    expect((await told(own)).purpose).toBe("CROSS_INDUSTRY");
    const shut = await told(own, "COOPERATIVE");
    expect(shut.proposals).toEqual([]);
    expect(shut.hindrance).toContain("連携意向");
  });

  it("never hold two who must not meet", async () => {
    const [, , own = "", other = ""] = ids;
    const kept = await keepApart(house.me(), { businessId: own, otherId: other, reason: "" });
    expect(kept).toMatchObject({ accepted: true });
    const { proposals } = await told(own, "COOPERATIVE");
    expect(proposals.length).toBeGreaterThan(0);
    for (const { members } of proposals) expect(members.map(({ musubiNumber }) => musubiNumber)).not.toContain(other);
  });

  it("are none of one that has closed or has no place, and it is said why", async () => {
    const { orm } = house.database;
    const [closed = "", placeless = ""] = await knownBusinesses(orm, ["閉めた店", "場所の分からない店"]);
    const note = { value: CLOSED_LINE, source: "list", on: house.me().today() } as const;
    await house.me().em.nativeUpdate(BusinessRecord, { id: closed }, { facts: { note } as Facts });
    const [gone, lost] = [await told(closed), await told(placeless)];
    expect([gone.proposals, lost.proposals]).toEqual([[], []]);
    expect(gone.hindrance).toContain("廃業");
    expect(lost.hindrance).toContain("住所か位置を登録すると");
  });

  it("are refused for a purpose there is none of", async () => {
    const refused = await findGroupsAround(asking(), { businessId: ids[0] ?? "", purpose: "PARTY" });
    expect(refused).toMatchObject({ accepted: false, problems: [{ code: "PURPOSE_UNKNOWN" }] });
  });

  it("of another federation's business are not there, and it never shows in groups here", async () => {
    const { orm } = house.database;
    const stranger = actingAs(orm, { federation: TOKUSHIMA });
    await expect(findGroupsAround(asking(stranger), { businessId: ids[0] ?? "" })).rejects.toThrow(NotFoundError);
    const [theirs = ""] = await knownBusinesses(orm, ["よその店"], TOKUSHIMA);
    await expect(findGroupsAround(asking(), { businessId: theirs })).rejects.toThrow(NotFoundError);
    const alone = await findGroupsAround(asking(stranger), { businessId: theirs, purpose: "COOPERATIVE" });
    expect(alone).toMatchObject({ accepted: true, change: { around: { groups: [] } } });
  });

  it("are not for those who may not look for groups", async () => {
    const nobody = actingAs(house.database.orm, { role: "national" });
    await expect(findGroupsAround(asking(nobody), { businessId: ids[0] ?? "" })).rejects.toThrow(AccessError);
  });
});
