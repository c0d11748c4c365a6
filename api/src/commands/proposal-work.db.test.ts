import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotFoundError } from "#domain/errors.ts";
import { listApproaches, listApproachesOfBusiness, listDueApproaches } from "#queries/approach-pages.ts";
import { listCalls } from "#queries/call-list.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { findGroupPage, listGroupEvents } from "#queries/group-pages.ts";
import { findSavedProposalPage, listProposalEvents, listSavedProposals } from "#queries/saved-proposal-pages.ts";
import { listAllCalls } from "#queries/whole-call-list.ts";
import { actingAs, knownBusinesses, TOKUSHIMA } from "../../test/acting.ts";
import { answeredRun, keptBy } from "../../test/candidates.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { answerSurvey } from "./answer-survey.ts";
import { changeGroupMember } from "./change-group-member.ts";
import { dismissProposal } from "./dismiss-proposal.ts";
import { noteApproach, undoApproach } from "./note-approach.ts";
import { saveProposal } from "./save-proposal.ts";
import { startGroup, type StartGroupInput } from "./start-group.ts";

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const me = () => actingAs(database.orm);
const anyPage = { first: 50, after: undefined };
const runOf = (...candidates: readonly (readonly string[])[]) => answeredRun(me, candidates);

async function pageOf(id: string) {
  const page = await findSavedProposalPage(me(), id);
  if (!page) throw new Error("It is gone.");
  return page;
}

async function history(id: string) {
  const { edges } = await listProposalEvents(me(), id, anyPage);
  return edges.map(({ node }) => node.sentence);
}

describe("how far a business was approached", () => {
  async function kept(): Promise<{ proposalId: string; members: string[] }> {
    const members = await knownBusinesses(database.orm, ["東屋", "西屋"]);
    const discoveryId = await runOf(members);
    return { proposalId: await keptBy(saveProposal(me(), { discoveryId, rank: 1 }, "東西")), members };
  }
  const call = { state: "ASKED", channel: "PHONE", outcome: "TALKED", note: "考えておく" } as const;

  it("is told with who, when and how, and goes back when the last approach is taken back", async () => {
    const { proposalId, members } = await kept();
    const [businessId = "", other = ""] = members;
    const then = actingAs(database.orm, { today: "2026-11-12" });
    await noteApproach(then, { proposalId, businessId }, { ...call, on: then.today() });
    const line = async () => (await listApproaches(me(), proposalId, members))[0];
    expect(await line()).toMatchObject({
      ...{ state: "ASKED", stateName: "打診中", urgency: "LATE", viewerCanUndo: true },
      clockText: "最後の連絡から6営業日たっています。ご連絡ください",
      history: [{ channelName: "電話", note: "考えておく", by: "coordinator of 37", on: "2026-11-12" }],
    });
    expect((await listDueApproaches(me())).map(({ line: due }) => due.business.name)).toEqual(["東屋"]);

    await noteApproach(me(), { proposalId, businessId }, { ...call, state: "DECLINED", on: me().today() });
    expect(await listDueApproaches(me())).toEqual([]);
    expect(await listApproachesOfBusiness(me(), businessId)).toMatchObject([
      { proposal: { name: "東西" }, line: { state: "DECLINED", clockText: null } },
    ]);
    await undoApproach(me(), { proposalId, businessId });
    expect(await line()).toMatchObject({ state: "ASKED", history: [{ state: "ASKED" }] });
    const nothing = await undoApproach(me(), { proposalId, businessId: other });
    expect(nothing).toMatchObject({ problems: [{ code: "APPROACH_NOTHING_TO_UNDO" }] });
  });

  it("is written once after the other, though two write in one moment, and never changed", async () => {
    const { proposalId, members } = await kept();
    const about = { proposalId, businessId: members[0] ?? "" };
    const approach = { ...call, on: me().today() };
    const others = { ...approach, note: "もう一度お電話" };
    await Promise.all([noteApproach(me(), about, approach), noteApproach(me(), about, others)]);
    expect((await listApproaches(me(), proposalId, members))[0]?.history).toHaveLength(2);
    await expect(me().em.execute("update proposal_approach set note = ''")).rejects.toThrow(/permission denied/);
  });

  it("is noted once where the button is pressed twice", async () => {
    const { proposalId, members } = await kept();
    const about = { proposalId, businessId: members[0] ?? "" };
    const approach = { ...call, on: me().today() };
    await Promise.all([noteApproach(me(), about, approach), noteApproach(me(), about, approach)]);
    expect((await listApproaches(me(), proposalId, members))[0]?.history).toHaveLength(1);
  });

  it("is nobody's but the own federation's", async () => {
    const { proposalId, members } = await kept();
    const stranger = actingAs(database.orm, { federation: TOKUSHIMA });
    const noting = noteApproach(stranger, { proposalId, businessId: members[0] ?? "" }, { ...call, on: me().today() });
    await expect(noting).rejects.toThrow(NotFoundError);
    expect(await listApproachesOfBusiness(stranger, members[0] ?? "")).toEqual([]);
  });
});

describe("a group of a candidate", () => {
  async function found() {
    const members = await knownBusinesses(database.orm, ["山屋", "川屋", "海屋"]);
    return { members, discoveryId: await runOf(members) };
  }
  const started = async (input: Partial<StartGroupInput> & Pick<StartGroupInput, "memberIds">) => {
    const decision = await startGroup(me(), { name: "山川海", purpose: "COOPERATIVE", ...input });
    if (!decision.accepted) throw new Error(JSON.stringify(decision.problems));
    return decision.change.groupId;
  };

  it("keeps its analysis and what was said, and both lead to each other", async () => {
    const { members, discoveryId } = await found();
    const [mountain = "", river = "", sea = ""] = members;
    const proposalId = await keptBy(saveProposal(me(), { discoveryId, rank: 1 }, "三軒"));
    const call = { channel: "VISIT", outcome: "TALKED", on: me().today() } as const;
    const about = (businessId: string) => ({ proposalId, businessId });
    await noteApproach(me(), about(mountain), { ...call, state: "INTERESTED", note: "ぜひ" });
    await noteApproach(me(), about(sea), { ...call, state: "DECLINED", note: "" });
    const groupId = await started({ memberIds: [mountain, river], proposalId });

    const group = await findGroupPage(me(), groupId);
    expect(group?.members.map(({ business, state }) => [business.name, state]).sort()).toEqual([
      ["山屋", "INTERESTED"],
      ["川屋", "CANDIDATE"],
    ]);
    expect(group?.storedProposal?.proposal.members).toEqual([mountain, river].sort());
    const told = await listGroupEvents(me(), groupId, anyPage);
    expect(told.edges.map(({ node }) => [node.sentence, node.evidenceNote])).toEqual([
      ["「山屋」を「関心あり」にしました。", "ぜひ"],
      ["グループを作りました。", null],
    ]);
    const saved = await pageOf(proposalId);
    expect(saved).toMatchObject({ state: "STARTED", groupId: group?.id });
    expect(group?.savedProposalId).toBe(saved.id);
    expect((await history(proposalId))[0]).toBe("この候補からグループを始めました。");
    await changeGroupMember(me(), { id: groupId, version: group?.version ?? 0 }, { businessId: river, state: "ASKED" });
  });

  it("is one group, however often the button is pressed", async () => {
    const { members, discoveryId } = await found();
    const from = { discoveryId, rank: 1 };
    const [one, other] = await Promise.all([
      started({ memberIds: members, from }),
      started({ memberIds: members, from }),
    ]);
    expect(one).toBe(other);
    const page = await findGroupPage(me(), one);
    const proposal = await listSavedProposals(me(), { businessId: members[0] }, anyPage);
    expect(proposal.edges.map(({ node }) => [node.name, node.state, node.groupId])).toEqual([
      ["山川海", "STARTED", page?.id],
    ]);
  });

  it("is one group of no candidate, too, where the press has a name", async () => {
    const { members: memberIds } = await found();
    const press = { memberIds, startKey: "press 1" };
    const [one, other] = await Promise.all([started(press), started(press)]);
    expect(one).toBe(other);
    expect(await started({ memberIds, startKey: "press 2" })).not.toBe(one);
    expect(await started({ memberIds })).not.toBe(one);
  });

  it("is not started of a dismissed candidate, and nothing is kept of a refused start", async () => {
    const { members, discoveryId } = await found();
    const from = { discoveryId, rank: 1 };
    const nameless = { name: "", purpose: "COOPERATIVE", memberIds: members, from };
    expect((await startGroup(me(), nameless)).accepted).toBe(false);
    expect((await listSavedProposals(me(), { businessId: members[0] }, anyPage)).totalCount).toBe(0);
    await dismissProposal(me(), { ...from, name: "三軒" }, { reason: "NO_WISH" });
    expect(await startGroup(me(), { ...nameless, name: "名" })).toMatchObject({
      problems: [{ code: "PROPOSAL_DISMISSED" }],
    });
  });
});

describe("whom to call about a candidate", () => {
  const call = { channel: "PHONE", outcome: "TALKED", note: "" } as const;
  async function kept(names: readonly string[], name: string) {
    const members = await knownBusinesses(database.orm, names);
    const discoveryId = await runOf(members);
    return { members, proposalId: await keptBy(saveProposal(me(), { discoveryId, rank: 1 }, name)) };
  }
  const callsOf = async (id: string) => listCalls(me(), { id, kept: (await pageOf(id)).stored });
  const answered = async (id: string, answers: Record<string, string>) => {
    const [business] = await me().em.execute("select version from business where id = ?", [id]);
    const said = Object.entries(answers).map(([key, text]) => ({ key, text, none: false, holds: false }));
    const sheet = { on: me().today(), channel: "PHONE" } as const;
    const seen = { id, version: (business as { version: number }).version };
    const decision = await answerSurvey(me(), { seen, answers: said as never, sheet });
    expect(decision.accepted).toBe(true);
  };

  it("is asked what is not known in the words of the survey, until it is answered", async () => {
    const { members, proposalId } = await kept(["春野屋", "秋野屋"], "野");
    const [spring = ""] = members;
    const asked = (await callsOf(proposalId)).find(({ business }) => business.name === "春野屋");
    const leader = asked?.questions.find(({ fact }) => fact === "leader");
    expect(leader?.text).toContain("まとめ役を頼まれたら");
    expect(leader?.reason).toMatch(/^答えによって、候補の点数が最大\d+\.\d点上がります（まとめ役）。$/);
    expect(leader).toMatchObject({ answerKind: "TAP", answers: [{ text: "0" }, { text: "1" }, { text: "2" }] });
    const gains = asked?.questions.map(({ gain }) => gain) ?? [];
    expect(gains).toEqual(gains.toSorted((a, b) => b - a));

    const purposes = asked?.questions.find(({ fact }) => fact === "purposes");
    expect(purposes?.answers.map(({ text }) => text)).toContain("COOPERATIVE");
    await answered(spring, { leader: "2", purposes: "COOPERATIVE" });
    const left = (await callsOf(proposalId)).find(({ business }) => business.name === "春野屋");
    expect(left?.questions.map(({ fact }) => fact)).not.toContain("leader");
    expect(left?.questions.map(({ fact }) => fact)).not.toContain("purposes");
  });

  it("offers what the others of the candidate have, and each offered answer is taken as it is", async () => {
    const { members, proposalId } = await kept(["月屋", "星屋"], "月星");
    const [moon = "", star = ""] = members;
    await answered(star, { needs: "K02\nK05", capabilities: "溶接" });
    const asked = (await callsOf(proposalId)).find(({ business }) => business.name === "月屋");
    const of = (fact: string) => asked?.questions.find((question) => question.fact === fact);
    expect(of("needs")?.answers.map(({ text }) => text)).toEqual(["K02", "K05"]);
    expect(of("seeks")?.answers.map(({ name }) => name)).toEqual(["溶接"]);
    expect(of("ties")?.answers).toEqual([{ name: "星屋", text: star }]);
    expect(of("address")).toMatchObject({ answerKind: "WRITTEN", answers: [] });
    const offered = ["needs", "seeks", "ties"].map((fact) => [fact, of(fact)?.answers[0]?.text ?? ""]);
    await answered(moon, Object.fromEntries(offered) as Record<string, string>);
    const left = (await callsOf(proposalId)).find(({ business }) => business.name === "月屋");
    expect(left?.questions.map(({ fact }) => fact)).not.toContain("ties");
  });

  it("leaves out whoever would rather not, until that is taken back", async () => {
    const { members, proposalId } = await kept(["朝屋", "昼屋"], "朝昼");
    const [morning = "", noon = ""] = members;
    const on = me().today();
    await noteApproach(me(), { proposalId, businessId: noon }, { ...call, state: "DECLINED", on });
    await noteApproach(me(), { proposalId, businessId: morning }, { ...call, state: "INTERESTED", on });
    expect((await callsOf(proposalId)).map(({ business }) => business.name)).toEqual(["朝屋"]);
    await undoApproach(me(), { proposalId, businessId: noon });
    expect(await callsOf(proposalId)).toHaveLength(2);
  });

  it("is the business it turned out to be, approached as the one the candidate was saved with", async () => {
    const { members, proposalId } = await kept(["仮屋", "隣屋"], "仮");
    const [before = ""] = members;
    const [now = ""] = await knownBusinesses(database.orm, ["本屋"]);
    await me().em.nativeUpdate(BusinessRecord, { id: before }, { removedAt: new Date(), mergedInto: now });
    const called = (await callsOf(proposalId)).find(({ business }) => business.name === "本屋");
    expect(called?.approached.business.musubiNumber).toBe(before);
    const on = me().today();
    await noteApproach(me(), { proposalId, businessId: before }, { ...call, state: "DECLINED", on });
    expect((await callsOf(proposalId)).map(({ business }) => business.name)).toEqual(["隣屋"]);
  });

  it("stands once over all saved candidates, with all of them and what moves them together", async () => {
    const members = await knownBusinesses(database.orm, ["右屋", "左屋", "中屋"]);
    const [right = "", left = "", middle = ""] = members;
    const discoveryId = await runOf([right, left], [right, middle]);
    await keptBy(saveProposal(me(), { discoveryId, rank: 1 }, "右と左"));
    await keptBy(saveProposal(me(), { discoveryId, rank: 2 }, "右と中"));
    const { entries, leftOut } = await listAllCalls(me());
    const entry = entries.find(({ call: { business } }) => business.name === "右屋");
    expect(entry?.approaches.map(({ proposal }) => proposal.name).sort()).toEqual(["右と中", "右と左"]);
    const leader = entry?.call.questions.filter(({ fact }) => fact === "leader");
    expect(leader).toHaveLength(1);
    expect(leader?.[0]?.reason).toMatch(/「右と.」が最大13\.3点、「右と.」が最大13\.3点上がります。$/);
    expect(entry?.call.questions.find(({ fact }) => fact === "ties")?.answers).toHaveLength(2);
    expect(leftOut).toBe(0);
    const most = entries.map(({ call: { questions } }) => questions[0]?.gain ?? 0);
    expect(most).toEqual(most.toSorted((a, b) => b - a));
    expect((await listAllCalls(actingAs(database.orm, { federation: TOKUSHIMA }))).entries).toEqual([]);
  });
});
