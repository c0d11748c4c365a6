import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotFoundError } from "#domain/errors.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { answerDiscovery } from "#jobs/answer-discovery.ts";
import { triedGroupPages } from "#queries/tried-group-pages.ts";
import { findDiscoveryPage } from "#queries/discovery-pages.ts";
import { answerPage } from "#queries/proposal-pages.ts";
import { actingAs, KAGAWA, knownBusinesses, TODAY, TOKUSHIMA } from "../../test/acting.ts";
import { openAnsweredHouse, type AnsweredHouse } from "../../test/answered-house.ts";
import { askAgain } from "./ask-again.ts";
import { saveBusiness } from "./save-business.ts";
import { tryGroups } from "./try-groups.ts";

let house: AnsweredHouse;
beforeAll(async () => void (house = await openAnsweredHouse()));
afterAll(() => house.close());

const me = () => house.me();

describe("a question that was answered", () => {
  it("is the measure of groups somebody puts together, with what each member does and who could join", async () => {
    const id = await house.asked({ purpose: "COOPERATIVE", membersMax: 5 });
    await answerDiscovery(house.job(), { discoveryId: id, federation: KAGAWA });
    const found = (await house.answerOf(id))?.proposals[0];
    const ids = found?.members.map(({ musubiNumber }) => musubiNumber) ?? [];
    const tried = async (groups: readonly (readonly (string | undefined)[])[], more: object = {}) => {
      const decision = await tryGroups(me(), { discoveryId: id, groups, ...more });
      if (!decision.accepted) throw new Error(JSON.stringify(decision.problems));
      return triedGroupPages(me(), decision.change);
    };
    const [same, smaller] = await tried([ids, ids.slice(1)]);
    const partsOf = (page: typeof found | null) => page?.components.map(({ id: part, low, high }) => [part, low, high]);
    expect(same?.proposal?.lower).toBe(found?.lower);
    expect(partsOf(same?.proposal ?? null)).toEqual(partsOf(found));
    const effect = same?.effects.find(({ business }) => business.musubiNumber === ids[0]);
    expect(effect?.lowerChange).toBe((smaller?.proposal?.lower ?? 0) - (found?.lower ?? 0));
    const back = smaller?.suggestions.find(({ business }) => business.musubiNumber === ids[0]);
    expect(back?.lowerChange).toBe(-(effect?.lowerChange ?? 0));

    const [strange = ""] = await knownBusinesses(house.database.orm, ["よその店"], TOKUSHIMA);
    const [stranger, none] = await tried([[strange, undefined, ids[0]], []]);
    expect(stranger?.notes.join()).toContain("見つからない事業者が2件");
    expect(stranger?.proposal?.rules.find((rule) => rule.id === "H1")?.verdict).toBe("FAIL");
    expect([none?.proposal, none?.notes.length]).toEqual([null, 1]);

    const leaders = {
      weights: [
        { component: "leader", weight: 52 },
        { component: "shared-need", weight: 0 },
      ],
    };
    const [weighed] = await tried([ids], leaders);
    expect(weighed?.proposal?.components.map((part) => part.id)).not.toContain("shared-need");
    const refused = await tryGroups(me(), {
      discoveryId: id,
      groups: [],
      weights: [{ component: "leader", weight: 3 }],
    });
    expect(refused).toMatchObject({ accepted: false, problems: [{ code: "TERMS_SUM_NOT_100", sum: 83 }] });
    const elsewhere = actingAs(house.database.orm, { federation: TOKUSHIMA });
    await expect(tryGroups(elsewhere, { discoveryId: id, groups: [ids] })).rejects.toThrow(NotFoundError);
  });

  it("names the facts each part rests on, with who said them and when, and those that are too old", async () => {
    const id = await house.asked({ purpose: "COOPERATIVE" });
    await answerDiscovery(house.job(), { discoveryId: id, federation: KAGAWA });
    const partOn = async (today: string, part: string) => {
      const ctx = actingAs(house.database.orm, { today });
      const stored = (await findDiscoveryPage(ctx, id))?.stored;
      const best = stored ? (await answerPage(ctx, stored)).proposals[0] : undefined;
      return { best, inputs: (await best?.components.find((one) => one.id === part)?.inputs) ?? [] };
    };
    const { best, inputs } = await partOn(TODAY, "shared-need");
    expect(inputs.map(({ business }) => business.id)).toEqual(best?.members.map((member) => member.id));
    const told = { key: "needs", status: "KNOWN", sourceName: "取り込んだ一覧", on: TODAY };
    expect(inputs[0]).toMatchObject({ isEstimate: false, fact: told });
    expect((await partOn(TODAY, "leader")).inputs[0]?.fact).toMatchObject({ status: "UNKNOWN", text: null });
    expect((await partOn(TODAY, "group-size")).inputs).toEqual([]);
  });

  it("goes on naming the facts it was found by, and says which of them are others today", async () => {
    const id = await house.asked({ purpose: "COOPERATIVE" });
    await answerDiscovery(house.job(), { discoveryId: id, federation: KAGAWA });
    const later = actingAs(house.database.orm, { today: "2098-06-30" });
    const stored = (await findDiscoveryPage(later, id))?.stored;
    if (!stored) throw new Error("not answered");
    const member = stored.answer.proposals[0]?.members[0] ?? "";
    const inputsOf = async ({ at, ...rest }: typeof stored) => {
      const page = await answerPage(actingAs(house.database.orm, { today: "2098-06-30" }), {
        ...rest,
        ...(at ? { at } : {}),
      });
      return (await page.proposals[0]?.components.find((one) => one.id === "shared-need")?.inputs) ?? [];
    };
    expect((await inputsOf(stored))[0]).toMatchObject({ fact: { status: "KNOWN" }, changedSince: false });
    const { at: _, ...today } = stored;
    expect((await inputsOf(today))[0]).toMatchObject({ fact: { status: "STALE" }, changedSince: false });

    const { version } = await later.em.findOneOrFail(BusinessRecord, { id: member });
    const edits = [{ key: "needs", text: "集客" }] as const;
    const saved = await saveBusiness(later, { seen: { id: member, version }, edits, source: "owner" });
    expect(saved.accepted).toBe(true);
    expect((await inputsOf(stored))[0]).toMatchObject({ fact: { text: "人手不足・採用★★★" }, changedSince: true });
    expect((await inputsOf(stored))[1]).toMatchObject({ changedSince: false });
    expect((await inputsOf(today))[0]?.fact.text).not.toContain("人手不足");
  });

  it("is asked once more with other weights, which are kept with it and explain its answer", async () => {
    const first = await house.asked({ purpose: "SHARED_ORDERS", demand: { areas: ["37201"] } });
    const weights = {
      coverage: 0,
      redundancy: 0,
      "area-coverage": 0,
      "capacity-fit": 0,
      "load-smoothing": 0,
      leader: 80,
    };
    const sent = Object.entries(weights).map(([component, weight]) => ({ component, weight }));
    const refused = await askAgain(me(), { discoveryId: first, weights: sent });
    expect(refused).toMatchObject({ accepted: false, problems: [{ code: "TERMS_SUM_NOT_100", sum: 90 }] });
    const more = { component: "shared-need", weight: 14 };
    const again = await askAgain(me(), { discoveryId: first, weights: [...sent, more] });
    const id = again.accepted ? again.change.discoveryId : "";
    await answerDiscovery(house.job(), { discoveryId: id, federation: KAGAWA });
    const best = (await house.answerOf(id))?.proposals[0];
    expect(best?.components.map((part) => [part.id, part.weight])).toEqual([
      ...[
        ["shared-need", 14],
        ["leader", 80],
        ["second-leader", 2],
        ["ties", 4],
      ],
    ]);
    const page = await findDiscoveryPage(me(), id);
    expect(page?.summary).toContain("配点を変更");
    expect(page?.demand?.areas.map(({ code }) => code)).toEqual(["37201"]);
    const third = await askAgain(me(), { discoveryId: id, weights: [{ component: "leader", weight: 81 }] });
    expect(third).toMatchObject({ accepted: false, problems: [{ sum: 101 }] });
    await expect(
      askAgain(actingAs(house.database.orm, { federation: TOKUSHIMA }), { discoveryId: id, weights: [] }),
    ).rejects.toThrow();
  });
});
