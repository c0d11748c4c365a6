import { GraphQLObjectType, type GraphQLSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decide } from "#domain/access/decide.ts";
import { OPERATIONS } from "#domain/access/operations.ts";
import { ROLES, type Role } from "#domain/access/viewer.ts";
import { commandNames } from "#cli/program.ts";
import { startDiscovery } from "#commands/start-discovery.ts";
import { importBusinesses } from "#commands/import-businesses.ts";
import { mergeBusinesses, type SeenBusiness } from "#commands/merge-businesses.ts";
import { recordVisit } from "#commands/record-visit.ts";
import { saveBusiness } from "#commands/save-business.ts";
import { keepApart } from "#commands/keep-apart.ts";
import { saveProposal } from "#commands/save-proposal.ts";
import { startGroup } from "#commands/start-group.ts";
import { BusinessEventRecord } from "#persistence/business-event-record.ts";
import { DOWNLOADS } from "#server/downloads.ts";
import { globalId } from "#queries/global-id.ts";
import { actingAs, KAGAWA, knownBusinesses, TODAY, TOKUSHIMA } from "../../test/acting.ts";
import { openTestServer, type TestServer } from "../../test/test-server.ts";
import { buildGraphqlSchema } from "./schema.ts";

let server: TestServer;
let schema: GraphQLSchema;
const ids = { own: {} as Ids, other: {} as Ids };

interface Ids {
  readonly business: string;
  readonly partner: string;
  readonly group: string;
  readonly discovery: string;
  readonly pair: string;
  readonly proposal: string;
  readonly businessImport: string;
  readonly businessMerge: string;
  readonly change: string;
  readonly visit: string;
}

async function thingsOf(federation: string): Promise<Ids> {
  const { orm } = server.database;
  const ctx = () => actingAs(orm, { federation });
  const [business = "", partner = "", further = ""] = await knownBusinesses(orm, ["甲", "乙", "丙"], federation);
  const group = await startGroup(ctx(), { name: "組", purpose: "COOPERATIVE", memberIds: [business, further] });
  const discovery = await startDiscovery(ctx(), { purpose: "COOPERATIVE" });
  const pair = await keepApart(ctx(), { businessId: business, otherId: further, reason: "" });
  const question = { purpose: "COOPERATIVE" };
  const proposal = await saveProposal(ctx(), { question, memberIds: [business, further] }, "候補");
  const seen = { id: further, version: 1 };
  await saveBusiness(ctx(), { seen, edits: [{ key: "phone", text: "087-000-0000" }], source: "owner" });
  const change = await ctx().em.findOneOrFail(BusinessEventRecord, { businessId: further });
  const visit = await recordVisit(ctx(), {
    ...{ seen: { id: further, version: 2 }, answers: [], settles: [] },
    note: { on: TODAY, channel: "VISIT", told: "話", impression: "", nextStep: "" },
  });
  const read = await importBusinesses(ctx(), { name: "list.csv", bytes: Buffer.from("事業者名\n丁\n") });
  const [kept = "", absorbed = ""] = await knownBusinesses(orm, ["戊", "戊"], federation);
  const [keep, absorb] = [kept, absorbed].map((id) => ({ id, version: 1 })) as [SeenBusiness, SeenBusiness];
  const merged = await mergeBusinesses(ctx(), { keep, absorb, choices: [] });
  if (!merged.accepted || !proposal.accepted || !pair.accepted) throw new Error("The fixture was refused.");
  if (!group.accepted || !discovery.accepted || !read.accepted || !visit.accepted)
    throw new Error("The fixture was refused.");
  return {
    business: globalId("Business", business),
    partner: globalId("Business", partner),
    group: globalId("Group", group.change.groupId),
    pair: globalId("Pair", pair.change.pairId),
    proposal: globalId("SavedProposal", proposal.change.proposalId),
    discovery: globalId("Discovery", discovery.change.discoveryId),
    businessImport: globalId("BusinessImport", read.change.importId),
    businessMerge: globalId("BusinessMerge", merged.change.mergeId),
    change: globalId("BusinessEvent", change.id),
    visit: globalId("Visit", visit.change.visitId),
  };
}

beforeAll(async () => {
  server = await openTestServer();
  schema = await buildGraphqlSchema();
  ids.own = await thingsOf(KAGAWA);
  ids.other = await thingsOf(TOKUSHIMA);
});
afterAll(() => server.close());

/** How each operation is called, with the ids of a federation's things. A new one without its line fails below. */
const NO_VIEW = globalId("SavedView", "00000000-0000-4000-8000-000000000000");

const CALLS: Readonly<Record<string, (ids: Ids) => string>> = {
  "Query.viewer": () => `{ viewer { name } }`,
  "Query.node": ({ group }) => `{ node(id: "${group}") { id } }`,
  "Query.vocabularies": () => `{ vocabularies { stages { code } sources { id } } }`,
  "Query.existingCooperatives": () => `{ existingCooperatives { totalCount } }`,
  "Query.industryProposals": () => `{ industryProposals(text: "パン屋") { code } }`,
  "Query.businesses": () => `{ businesses { totalCount edges { node { id name } } } }`,
  "Query.business": ({ business }) =>
    `{ business(id: "${business}") { name facts { key } groups { name } approaches { line { state } } neverTogether { reason } timeline { totalCount } nextQuestion { text } } }`,
  "Query.likeBusinesses": () => `{ likeBusinesses(fields: [{ key: "name", text: "甲" }]) { name } }`,
  "Query.surveyQuestions": () => `{ surveyQuestions { mark choices { code } } }`,
  "Query.businessesFile": () => `{ businessesFile { fileName rowCount } }`,
  "Query.savedViews": () => `{ savedViews { name } }`,
  "Mutation.saveView": () => `mutation { saveView(input: { name: "", query: "" }) { problems { code } } }`,
  "Mutation.removeView": () => `mutation { removeView(input: { viewId: "${NO_VIEW}" }) { problems { code } } }`,
  "Mutation.restoreView": () => `mutation { restoreView(input: { viewId: "${NO_VIEW}" }) { problems { code } } }`,
  "Query.businessImport": ({ businessImport }) => `{ businessImport(id: "${businessImport}") { fileName } }`,
  "Query.businessImports": () => `{ businessImports { totalCount edges { node { fileName } } } }`,
  "Query.businessDuplicates": () => `{ businessDuplicates { likelyCount edges { node { kept { name } } } } }`,
  "Query.likelyDuplicateCount": () => `{ likelyDuplicateCount }`,
  "Query.compareBusinesses": ({ business, partner }) =>
    `{ compareBusinesses(keepId: "${business}", absorbId: "${partner}") { lines { key } } }`,
  "Query.discoverGroups": () => `{ discoverGroups(question: { purpose: "COOPERATIVE" }) { businesses } }`,
  "Query.scoreGroup": ({ business, partner }) =>
    `{ scoreGroup(question: { purpose: "COOPERATIVE" }, memberIds: ["${business}", "${partner}"]) { lower } }`,
  "Query.completeGroup": ({ business, partner }) =>
    `{ completeGroup(question: { purpose: "COOPERATIVE" }, memberIds: ["${business}", "${partner}"]) { missing } }`,
  "Query.whyNot": ({ discovery, business }) =>
    `{ whyNot(discoveryId: "${discovery}", businessId: "${business}") { ranks hindrance } }`,
  "Query.groupsAround": ({ business }) => `{ groupsAround(businessId: "${business}") { purpose hindrance } }`,
  "Query.discovery": ({ discovery }) => `{ discovery(id: "${discovery}") { summary } }`,
  "Query.discoveries": () => `{ discoveries { totalCount } }`,
  "Query.proposals": () => `{ proposals { totalCount edges { node { name members { name } } } } }`,
  "Query.proposal": ({ proposal }) =>
    `{ proposal(id: "${proposal}") { name changes analysis { lower } analysisNow { lower } approaches { state } calls { business { name } } history { totalCount } } }`,
  "Query.callList": () =>
    `{ callList(first: 10) { leftOut entries { totalCount edges { node { call { business { name } } } } } } }`,
  "Query.dueApproaches": () => `{ dueApproaches { totalCount edges { node { line { business { name } } } } } }`,
  "Query.neverTogetherPairs": () => `{ neverTogetherPairs { totalCount edges { node { other { name } } } } }`,
  "Query.groups": () => `{ groups { edges { node { name members { business { name } } } } } }`,
  "Query.group": ({ group }) => `{ group(id: "${group}") { name history { totalCount } proposal { lower } } }`,
  "Mutation.signIn": () =>
    `mutation { signIn(input: { email: "nobody@example.jp", password: "x" }) { problems { code } } }`,
  "Mutation.signOut": () => `mutation { signOut { problems { code } } }`,
  "Mutation.importBusinesses": () =>
    `mutation { importBusinesses(input: { fileName: "a.csv", contentBase64: "" }) { problems { code } } }`,
  "Mutation.importResponses": () =>
    `mutation { importResponses(input: { fileName: "a.csv", contentBase64: "", survey: "" }) { problems { code } } }`,
  "Mutation.bringBackSetAside": ({ businessImport }) =>
    `mutation { bringBackSetAside(input: { importId: "${businessImport}", keys: [] }) { problems { code } } }`,
  "Mutation.applyImport": ({ businessImport }) =>
    `mutation { applyImport(input: { importId: "${businessImport}" }) { problems { code } } }`,
  "Mutation.cancelImport": ({ businessImport }) =>
    `mutation { cancelImport(input: { importId: "${businessImport}" }) { problems { code } } }`,
  "Mutation.reviseImport": ({ businessImport }) =>
    `mutation { reviseImport(input: { importId: "${businessImport}", startOver: true }) { problems { code } } }`,
  "Mutation.undoImport": ({ businessImport }) =>
    `mutation { undoImport(input: { importId: "${businessImport}" }) { problems { code } } }`,
  "Mutation.redoImport": ({ businessImport }) =>
    `mutation { redoImport(input: { importId: "${businessImport}" }) { problems { code } } }`,
  "Mutation.mergeBusinesses": ({ business, partner }) =>
    `mutation { mergeBusinesses(input: { keepId: "${business}", keepVersion: 99, absorbId: "${partner}", absorbVersion: 99 }) { problems { code } } }`,
  "Mutation.undoMerge": ({ businessMerge }) =>
    `mutation { undoMerge(input: { mergeId: "${businessMerge}" }) { problems { code } } }`,
  "Mutation.judgeBusinessesDifferent": ({ business, partner }) =>
    `mutation { judgeBusinessesDifferent(input: { oneId: "${business}", otherId: "${partner}" }) { problems { code } } }`,
  "Mutation.withdrawBusinessDifference": ({ business, partner }) =>
    `mutation { withdrawBusinessDifference(input: { oneId: "${business}", otherId: "${partner}" }) { problems { code } } }`,
  "Mutation.saveBusiness": ({ business }) =>
    `mutation { saveBusiness(input: { id: "${business}", version: 1, fields: [{ key: "corporateNumber", text: "1" }] }) { problems { code } } }`,
  "Mutation.confirmFacts": ({ business }) =>
    `mutation { confirmFacts(input: { businessId: "${business}", version: 1, keys: ["needs"] }) { problems { code } } }`,
  "Mutation.answerSurvey": ({ business }) =>
    `mutation { answerSurvey(input: { businessId: "${business}", version: 1, answers: [], channel: PAPER }) { problems { code } } }`,
  "Mutation.undoBusinessChange": ({ change }) =>
    `mutation { undoBusinessChange(input: { changeId: "${change}" }) { problems { code } } }`,
  "Query.visit": ({ visit }) => `{ visit(id: "${visit}") { told business { name } } }`,
  "Query.dueSteps": () => `{ dueSteps { totalCount edges { node { nextStep } } } }`,
  "Mutation.recordVisit": ({ business }) =>
    `mutation { recordVisit(input: { businessId: "${business}", version: 1, note: {} }) { problems { code } } }`,
  "Mutation.correctVisit": ({ visit }) =>
    `mutation { correctVisit(input: { visitId: "${visit}", version: 99, note: {} }) { problems { code } } }`,
  "Mutation.withdrawVisit": ({ visit }) =>
    `mutation { withdrawVisit(input: { visitId: "${visit}", version: 99 }) { problems { code } } }`,
  "Mutation.restoreVisit": ({ visit }) =>
    `mutation { restoreVisit(input: { visitId: "${visit}", version: 99 }) { problems { code } } }`,
  "Mutation.reopenNextStep": ({ visit }) =>
    `mutation { reopenNextStep(input: { visitId: "${visit}" }) { problems { code } } }`,
  "Mutation.settleNextStep": ({ visit }) =>
    `mutation { settleNextStep(input: { visitId: "${visit}" }) { problems { code } } }`,
  "Mutation.startDiscovery": () =>
    `mutation { startDiscovery(input: { question: { purpose: "COOPERATIVE" } }) { problems { code } } }`,
  "Query.tryGroups": ({ discovery, business, partner }) =>
    `{ tryGroups(discoveryId: "${discovery}", groups: [["${business}", "${partner}"]]) { notes } }`,
  "Mutation.askAgain": ({ discovery }) =>
    `mutation { askAgain(input: { discoveryId: "${discovery}", weights: [] }) { problems { code } } }`,
  "Mutation.cancelDiscovery": ({ discovery }) =>
    `mutation { cancelDiscovery(input: { discoveryId: "${discovery}" }) { problems { code } } }`,
  "Mutation.saveProposal": ({ discovery, business, partner }) =>
    `mutation { saveProposal(input: { discoveryId: "${discovery}", memberIds: ["${business}", "${partner}"], name: "" }) { problems { code } } }`,
  "Mutation.renameProposal": ({ proposal }) =>
    `mutation { renameProposal(input: { proposalId: "${proposal}", version: 99, name: "名" }) { problems { code } } }`,
  "Mutation.noteProposal": ({ proposal }) =>
    `mutation { noteProposal(input: { proposalId: "${proposal}", version: 99, note: "メモ" }) { problems { code } } }`,
  "Mutation.takeBackProposal": ({ proposal }) =>
    `mutation { takeBackProposal(input: { proposalId: "${proposal}", version: 99 }) { problems { code } } }`,
  "Mutation.dismissProposal": ({ proposal }) =>
    `mutation { dismissProposal(input: { proposalId: "${proposal}", version: 99, reason: NO_WISH }) { problems { code } } }`,
  "Mutation.restoreProposal": ({ proposal }) =>
    `mutation { restoreProposal(input: { proposalId: "${proposal}", version: 99 }) { problems { code } } }`,
  "Mutation.noteApproach": ({ proposal, business }) =>
    `mutation { noteApproach(input: { proposalId: "${proposal}", businessId: "${business}", state: ASKED, channel: PHONE, on: "2100-01-01" }) { problems { code } } }`,
  "Mutation.undoApproach": ({ proposal, business }) =>
    `mutation { undoApproach(input: { proposalId: "${proposal}", businessId: "${business}" }) { problems { code } } }`,
  "Mutation.keepApart": ({ business, partner }) =>
    `mutation { keepApart(input: { businessId: "${business}", otherId: "${business}", reason: "${partner.length}" }) { problems { code } } }`,
  "Mutation.withdrawPair": ({ pair }) =>
    `mutation { withdrawPair(input: { pairId: "${pair}" }) { problems { code } } }`,
  "Mutation.restorePair": ({ pair }) => `mutation { restorePair(input: { pairId: "${pair}" }) { problems { code } } }`,
  "Query.terms": () => `{ terms { version managers purposes { components { weight } } } }`,
  "Query.termsVersions": () => `{ termsVersions { totalCount edges { node { reason } } } }`,
  "Query.previewTerms": () =>
    `{ previewTerms(input: { purpose: "COOPERATIVE", weights: [] }) { problems { code } runs { rows { rank } } } }`,
  "Mutation.saveTerms": () =>
    `mutation { saveTerms(input: { purpose: "COOPERATIVE", weights: [], reason: "", expectedVersion: 0 }) { problems { code } } }`,
  "Mutation.restoreTerms": () =>
    `mutation { restoreTerms(input: { number: 0, reason: "", expectedVersion: 0 }) { problems { code } } }`,
  "Mutation.startGroup": ({ business, partner }) =>
    `mutation { startGroup(input: { name: "新", purpose: "COOPERATIVE", memberIds: ["${business}", "${partner}"] }) { problems { code } } }`,
  "Mutation.addGroupMember": ({ group, partner }) =>
    `mutation { addGroupMember(input: { groupId: "${group}", businessId: "${partner}", version: 99 }) { problems { code } } }`,
  "Mutation.changeGroupMember": ({ group, business }) =>
    `mutation { changeGroupMember(input: { groupId: "${group}", businessId: "${business}", state: ASKED, version: 99 }) { problems { code } } }`,
  "Mutation.advanceGroup": ({ group }) =>
    `mutation { advanceGroup(input: { groupId: "${group}", version: 99, toStage: OPERATION }) { problems { code } } }`,
  "Mutation.undoGroupStage": ({ group }) =>
    `mutation { undoGroupStage(input: { groupId: "${group}", version: 99 }) { problems { code } } }`,
};

/** Codes that say "you may", though nothing was found or somebody was faster. */
const ALLOWED = ["NOT_FOUND", "CONFLICT", "BAD_USER_INPUT"];

describe("the access table", () => {
  it("has a row for every operation of GraphQL, every download and every command of the command line, and none besides", () => {
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      type instanceof GraphQLObjectType ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    );
    const downloads = Object.keys(DOWNLOADS).map((path) => `GET ${path}`);
    expect([...fields, ...downloads, ...commandNames()].sort()).toEqual(Object.keys(OPERATIONS).sort());
    expect(fields.sort()).toEqual(Object.keys(CALLS).sort());
  });

  it.each(ROLES)("is what %s meets at every operation on things of the own federation", async (role) => {
    const send = await server.signedInAs(role, role === "national" ? "00" : KAGAWA);
    const viewer = { kind: "account", accountId: "", name: "", email: "", role, federation: KAGAWA } as const;
    for (const [operation, call] of Object.entries(CALLS)) {
      // Signing out would end the session this test goes on with.
      if (operation === "Mutation.signOut") continue;
      const { codes } = await send(call(ids.own));
      const refused = codes.filter((code) => !ALLOWED.includes(code));
      const action = OPERATIONS[operation];
      const expected = action && decide(viewer, action) === "allow" ? [] : ["FORBIDDEN"];
      expect([operation, refused]).toEqual([operation, expected]);
    }
  });

  it("asks someone not signed in to sign in for everything but signing in", async () => {
    for (const [operation, call] of Object.entries(CALLS)) {
      const { codes } = await server.send(call(ids.own));
      const action = OPERATIONS[operation];
      const expected = action && decide({ kind: "anonymous" }, action) === "allow" ? [] : ["UNAUTHENTICATED"];
      expect([operation, codes]).toEqual([operation, expected]);
    }
  });

  it.each<Role>(["coordinator", "manager"])("lets a %s of another federation find nothing by its ids", async (role) => {
    const send = await server.signedInAs(role, KAGAWA);
    for (const operation of ["node", "business", "businessImport", "visit", "discovery", "proposal", "group"]) {
      const answer = await send(CALLS[`Query.${operation}`]?.(ids.other) ?? "");
      expect([operation, answer.data?.[operation], answer.codes]).toEqual([operation, null, []]);
    }
    const changes = [
      "bringBackSetAside",
      "applyImport",
      "cancelImport",
      "reviseImport",
      "undoImport",
      "redoImport",
      "mergeBusinesses",
      "undoMerge",
      "judgeBusinessesDifferent",
      "withdrawBusinessDifference",
      "saveBusiness",
      "confirmFacts",
      "answerSurvey",
      "undoBusinessChange",
      "recordVisit",
      "correctVisit",
      "withdrawVisit",
      "restoreVisit",
      "settleNextStep",
      "reopenNextStep",
      "askAgain",
      "cancelDiscovery",
      "saveProposal",
      "renameProposal",
      "noteProposal",
      "takeBackProposal",
      "dismissProposal",
      "restoreProposal",
      "keepApart",
      "withdrawPair",
      "restorePair",
      "noteApproach",
      "undoApproach",
      "startGroup",
      "addGroupMember",
      "changeGroupMember",
      "advanceGroup",
      "undoGroupStage",
    ];
    for (const operation of changes) {
      const answer = await send(CALLS[`Mutation.${operation}`]?.(ids.other) ?? "");
      expect([operation, answer.codes]).toEqual([operation, ["NOT_FOUND"]]);
    }
    for (const query of ["scoreGroup", "tryGroups", "completeGroup"]) {
      const answer = await send(CALLS[`Query.${query}`]?.(ids.other) ?? "");
      expect([query, answer.codes]).toEqual([query, ["NOT_FOUND"]]);
    }
  });

  it("answers for another federation's thing word for word as for a thing that never was", async () => {
    const send = await server.signedInAs("coordinator");
    const never = globalId("Group", "00000000-0000-4000-8000-000000000000");
    const call = (id: string) =>
      `mutation { undoGroupStage(input: { groupId: "${id}", version: 1 }) { problems { code } } }`;
    expect(await send(call(ids.other.group))).toEqual(await send(call(never)));
  });
});
