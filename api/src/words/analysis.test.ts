import { describe, expect, it } from "vitest";
import { PURPOSES, type Purpose } from "#domain/purpose.ts";
import { analyse, groupOf } from "#matching/analysis.ts";
import type { DemandText } from "#matching/demand.ts";
import { factsToAsk, reasonsOf, type Reason } from "#matching/reasons.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import { ask, members } from "../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../test/random-snapshot.ts";
import { bandText, boundsText, distanceText, reasonText, type AnalysisReader } from "./analysis.ts";
import { factToAskText, openComponentText, weaknessText } from "./analysis-facts.ts";
import { questionProblemText } from "./analysis-problem.ts";
import { lawText, ruleText } from "./analysis-rules.ts";
import { questionSummary, type QuestionFacts } from "./question.ts";
import { inputProblemText } from "./snapshot-problem.ts";

const ja: AnalysisReader = { language: "ja", nameOf: (id) => `${id}社`, labelOf: (kind, code) => `${kind}:${code}` };
const en: AnalysisReader = { ...ja, language: "en", nameOf: (id) => `Firm ${id}` };

const makers: readonly SnapshotBusiness[] = [
  { id: "甲", lat: 40, lon: 140.7, needs: [["K20", 3]], leader: 2, licences: [["ippan", "02201"]] },
  { id: "乙", lat: 40.01, lon: 140.7, needs: [["K20", 1]], leader: 0 },
];

describe("the bounds of a score in a line", () => {
  it("are told where enough is known, and are a dash where only bands are shown", () => {
    expect(boundsText({ lower: 71_350, upper: 74_350, band: "strong" })).toBe("71350–74350");
    expect(boundsText({ lower: 10_000, upper: 74_350, band: ["thin", "strong"] })).toBe("–");
  });
});

describe("a reason in words", () => {
  const analysis = analyse(members(...makers), ask("COOPERATIVE"));
  const texts = (reader: AnalysisReader) => reasonsOf(analysis).map((reason) => reasonText(reason, reader));

  it("names who and what in Japanese", () => {
    expect(texts(ja)).toEqual([
      "「issue:K20」を乙社、甲社が共通の課題にしています。",
      "近い場所にあります。",
      "最も離れているのは乙社、甲社で、直線で1.1kmです。",
      "甲社は、まとめ役に意欲があります。",
      "補佐役になれることが分かっている事業者がいません。",
      "2者のグループです。",
    ]);
  });

  it("says all instead of naming every member of a group of three or more", () => {
    const three = analyse(members(...makers, { id: "丙", needs: [["K20", 1]] }), ask("COOPERATIVE"));
    const told = (membersTotal: number) =>
      reasonsOf(three).map((reason) => reasonText(reason, { ...ja, membersTotal }))[0];
    expect(told(3)).toBe("「issue:K20」を3者全員が共通の課題にしています。");
    expect(told(4)).toBe("「issue:K20」を丙社、乙社、甲社が共通の課題にしています。");
  });

  it.each([
    [0.01, "近い場所にあります。"],
    [0.05, "行き来できる距離にあります。"],
    [0.3, "離れた場所にあります。"],
  ])("says how near two are that lie %f degrees apart", (degrees, expected) => {
    const pair = members({ id: "甲", lat: 40, lon: 140.7 }, { id: "乙", lat: 40 + degrees, lon: 140.7 });
    const reasons = reasonsOf(analyse(pair, ask("COOPERATIVE"))).map((reason) => reasonText(reason, ja));
    expect(reasons).toContain(expected);
  });

  it("says of more than two how near they are for the most part", () => {
    const street = [40, 40.01, 40.07].map((lat, index) => ({ id: `${index}`, lat, lon: 140.7 }));
    const told = (reader: AnalysisReader) =>
      reasonsOf(analyse(members(...street), ask("COOPERATIVE"))).map((reason) => reasonText(reason, reader));
    expect(told(ja)).toContain("おおむね行き来できる距離にあります。");
    expect(told(en)).toContain("The members mostly lie within easy reach of each other.");
  });

  it("names who and what in English", () => {
    expect(texts(en)[0]).toBe("Firm 乙, Firm 甲 share the issue “issue:K20”.");
    expect(texts(en)[2]).toBe("Farthest apart are Firm 乙, Firm 甲, 1.1km in a straight line.");
  });

  it("begins with a capital in English also where it speaks of all", () => {
    const three = analyse(members(...makers, { id: "丙", needs: [["K20", 1]] }), ask("COOPERATIVE"));
    const [first] = reasonsOf(three).map((reason) => reasonText(reason, { ...en, membersTotal: 3 }));
    expect(first).toBe("All 3 members share the issue “issue:K20”.");
  });

  const oneReason = (reason: Pick<Reason, "id"> & { readonly match: object }, reader = ja) =>
    reasonText({ weight: 1, ...reason } as Reason, reader);

  it.each([
    [1000, 5, "組合に向く事業者数（5者）です。"],
    [999, 13, "13者のグループです。"],
  ])("says of %i points for a number of members whether it suits a cooperative", (points, count, expected) => {
    expect(oneReason({ id: "group-size", match: { members: [], points, evidence: { members: count } } })).toBe(
      expected,
    );
  });

  it.each([
    [700, "規模の近い事業者どうしです。"],
    [699, "規模に少し差があります。"],
    [400, "規模に少し差があります。"],
    [399, "規模の差が大きい組み合わせです。"],
  ])("says at %i points how alike in size the members are", (points, expected) => {
    const evidence = { pairs: 3, knownPairs: 3 };
    expect(oneReason({ id: "size-likeness", match: { members: ["甲"], points, evidence } })).toBe(expected);
  });

  it("judges by those whose size is known, not by those it does not know", () => {
    const match = { members: ["甲", "乙"], points: 300, evidence: { pairs: 3, knownPairs: 1 } };
    expect(oneReason({ id: "size-likeness", match })).toBe(
      "従業員数が分かる甲社、乙社は、規模の近い事業者どうしです。",
    );
  });

  it.each([
    [499, 500, "3月は500の注文に対して、分かっている余力が499で、あと1足りません。"],
    [500, 500, "3月は500の注文に対して余力が500あります。"],
    [5, 0, "3月は注文がありません。"],
    [5, 1, "3月は1の注文に対して余力が5あります。"],
  ])("says with %i units free whether an order of %i can be met", (supply, demand, expected) => {
    const match = { members: [], points: 0, evidence: { month: 3, supply, demand } };
    expect(oneReason({ id: "capacity-fit", match })).toBe(expected);
  });

  it("says that nobody is known to lead, and of a skill who is known to have it: the others were not asked yet", () => {
    const level = { members: ["甲"], points: 0, evidence: { level: 0 } };
    expect(oneReason({ id: "leader", match: level })).toBe("まとめ役になれることが分かっている事業者がいません。");
    const requirement = { kind: "capability", tag: "溶接", level: 1 } as const;
    const able = (...members: readonly string[]) =>
      oneReason({ id: "redundancy", match: { members, points: 0, evidence: { requirement } } });
    expect(able("甲")).toBe("「capability:溶接」に対応できると分かっているのは甲社だけです。");
    expect(able("甲", "乙")).toBe("「capability:溶接」は甲社、乙社が互いに代われます。");
  });

  it("is there for every match, verdict and missing fact of many groups, in both languages", () => {
    const order: DemandText = {
      capabilities: [["polishing", 2]],
      licences: [["ippan-collect", "02201"]],
      areas: [{ municipality: "02201", lat: 40.8, lon: 140.7 }],
      unitsPerMonth: Array.from({ length: 12 }, () => 100),
    };
    for (let seed = 0; seed < 100; seed += 1) {
      const question = ask(PURPOSES[seed % PURPOSES.length] as Purpose, order);
      const group = groupOf(
        members(...randomBusinesses(drawFrom(seed), { size: 5, spreadDegrees: 0.2, knownOfTen: seed % 11 })),
      );
      const analysis = analyse(group, question);
      for (const reader of [ja, en]) {
        const texts = [
          ...reasonsOf(analysis).map((reason) => reasonText(reason, reader)),
          ...analysis.rules.map((rule) => ruleText(rule, reader)),
          ...factsToAsk(analysis, group, question).map((fact) => factToAskText(fact, reader)),
        ];
        expect(texts.filter((text) => !/[。.]$/.test(text) || /undefined|null|！|!/.test(text))).toEqual([]);
      }
    }
  });
});

describe("a verdict in words", () => {
  const texts = (reader: AnalysisReader, businesses = makers, form = "1") =>
    analyse(
      members(...businesses),
      ask("SHARED_ORDERS", { licences: [["ippan", "02202"]], areas: [{ municipality: "02202" }] }, { form }),
    ).rules.map((rule) => ruleText(rule, reader));

  it("says how many are missing, by which article, and what to do", () => {
    expect(texts(ja)[0]).toBe(
      "form:1には4者以上が必要で、あと2者足りません（中小企業等協同組合法第24条第1項）。加わる事業者を探すか、別の形態をお考えください。",
    );
    expect(texts(en, makers, "A1")[0]).toBe("2 members meet the 2 that form:A1 needs (Civil Code art. 667).");
  });

  it("says whom to ask for a licence, and where nobody is licensed", () => {
    expect(texts(ja)[3]).toBe(
      "「licence:ippan」（municipality:02202）を持つ事業者が分かっていません。乙社にお尋ねください。許可を持つ事業者が分かっていない地域：municipality:02202（licence:ippan）。",
    );
  });

  it("says that no licence was asked for where none was, and that all are held where one was", () => {
    const told = (licences?: readonly (readonly [string])[]) => {
      const holder = members({ id: "甲", licences: [["ippan"]] });
      const { rules } = analyse(holder, ask("SHARED_ORDERS", licences ? { licences } : {}));
      return rules.flatMap((rule) => (rule.id === "H5" ? [ruleText(rule, ja)] : []));
    };
    expect([told(), told([])].flat()).toEqual(Array(2).fill("許認可の指定はありません。"));
    expect(told([["ippan"]])).toEqual(["求められる許認可はそろっています。"]);
    const kept = { missing: [], unknown: [], areasWithoutHolder: [] };
    expect(ruleText({ id: "H5", verdict: "pass", evidence: kept }, ja)).toBe("求められる許認可はそろっています。");
  });

  it("tells above both limits to notify, and by when", () => {
    const large = makers.map((business) => ({ ...business, industry: "5711", employees: 51, capitalYen: 50_000_001 }));
    expect(texts(ja, large)[1]).toContain(
      "30日以内に公正取引委員会へ届け出てください（中小企業等協同組合法第7条第3項）。",
    );
  });

  it("says that no worker may be lent to a builder, and that one prefecture has to hold them all", () => {
    const pair: readonly SnapshotBusiness[] = [
      { id: "甲", industry: "0611", municipality: "02203" },
      { id: "乙", industry: "0111", municipality: "03213" },
    ];
    const { rules } = analyse(members(...pair), ask("YEAR_ROUND_WORK"));
    const told = Object.fromEntries(rules.map((rule) => [rule.id, ruleText(rule, ja)]));
    expect(told["H12"]).toBe(
      "甲社は建設・港湾運送・警備の業種で、その仕事に働き手を派遣できません（労働者派遣事業の適正な運営の確保及び派遣労働者の保護等に関する法律第4条第1項）。外すか、ほかの仕事に限って派遣できるかを労働局にお確かめください。",
    );
    expect(told["H3"]).toBe(
      "地区は一つの都道府県の中でなければなりませんが、prefecture:02・prefecture:03にまたがっています（地域人口の急減に対処するための特定地域づくり事業の推進に関する法律第3条第3項第1号）。どれか一つの都道府県の事業者でまとめてください。",
    );
  });

  it("cites branch articles and items as the law does", () => {
    expect(lawText({ act: "332AC0000000164", article: "52-10" }, "ja")).toMatch(/第52条の10$/);
    expect(lawText({ act: "324AC0000000181", article: "7(1)(i)" }, "ja")).toMatch(/第7条第1項第1号$/);
  });
});

describe("further words", () => {
  it("give a band, or the span of two", () => {
    expect(bandText("strong", "ja")).toBe("有力");
    expect(bandText(["thin", "strong"], "en")).toBe("Thin to Strong (little is known yet)");
    expect(bandText(["thin", "thin"], "ja")).toBe("手がかり少（情報が少ないため目安です）");
  });

  it("give distances in metres below a kilometre", () => {
    expect([distanceText(990), distanceText(1000), distanceText(8_190)]).toEqual(["990m", "1.0km", "8.1km"]);
  });

  it("say on which line what is wrong and what to do", () => {
    expect(
      inputProblemText(
        { code: "BAD_VALUE", line: 3, key: "needs", fault: { code: "LEVEL_OUT_OF_RANGE", min: 1, max: 3 } },
        "ja",
      ),
    ).toBe("3行目：needs は、1〜3の水準にしてください。");
    expect(inputProblemText({ code: "GROUP_UNKNOWN_ID", line: 1, id: "x" }, "en")).toBe(
      "Line 1: There is no business with the id “x”.",
    );
  });

  it("say whether a number of businesses is out of range or the wrong way round", () => {
    const sizes = (membersMin: number, membersMax: number) =>
      questionProblemText({ code: "SIZES_OUT_OF_RANGE", membersMin, membersMax, allowed: 50 }, "ja");
    expect([sizes(0, 5), sizes(4, 51), sizes(2.5, 5)]).toEqual(Array(3).fill("事業者数は1～50者で指定してください。"));
    expect(sizes(6, 5)).toBe("最少（6者）が最多（5者）より多くなっています。");
  });

  it("say why those asked for cannot be in one group, and what to do", () => {
    const cannotMeet = (reason: "NEVER_TOGETHER" | "TWO_PREFECTURES" | "TOO_FAR", language: "ja" | "en") =>
      questionProblemText({ code: "CANNOT_MEET", ids: ["甲", "乙"], reason, withinKm: 8 }, language);
    expect(cannotMeet("NEVER_TOGETHER", "ja")).toBe(
      "必ず入れる「甲」と「乙」は、同席を避ける組み合わせです。どちらかの指定を外してください。",
    );
    expect(cannotMeet("TOO_FAR", "ja")).toContain("「甲」と「乙」は、8kmより離れています。");
    expect(cannotMeet("TWO_PREFECTURES", "en")).toContain("“甲” and “乙”, both asked for, are in two prefectures");
    expect(questionProblemText({ code: "ASKED_FOR_TOO_MANY", count: 5, membersMax: 4 }, "ja")).toContain(
      "必ず入れる事業者が5者あり、最多（4者）を超えています。",
    );
  });

  it("put a question in one line with its numbers of businesses and its reach", () => {
    const facts = { purpose: "SHARED_ORDERS", districts: [], membersMin: 4, membersMax: 15, withinKm: 30 };
    expect(questionSummary(facts, ja)).toBe("共同受注／全域／4～15者／30km以内");
    expect(questionSummary({ ...facts, membersMax: 4 }, ja)).toBe("共同受注／全域／4者／30km以内");
    const circle = questionSummary({ ...facts, around: { municipality: "37201", km: 15 } }, ja);
    expect(circle).toMatch(/^共同受注／.+の中心から15km以内の円／4～15者／30km以内$/);
    expect(circle).not.toContain("全域");
    expect(questionSummary({ ...facts, weights: { leader: 100 } }, ja)).toBe(
      "共同受注／全域／4～15者／30km以内／配点を変更",
    );
  });

  it("say in that line where an order's work is and that it has months", () => {
    const facts = { purpose: "SHARED_ORDERS", districts: [], membersMin: 4, membersMax: 15, withinKm: 30 };
    const areas = [{ municipality: "37201" }];
    const line = (demand: QuestionFacts["demand"] & object) => questionSummary({ ...facts, demand }, ja);
    expect(line({ areas, unitsPerMonth: [0, 3] })).toContain("での仕事／月ごとの量あり／全域");
    expect(line({ areas: [], unitsPerMonth: [0, 0] })).toBe("共同受注／全域／4～15者／30km以内");
  });

  it("say by how much weights miss a hundred", () => {
    expect(questionProblemText({ code: "TERMS_SUM_NOT_100", purpose: "SHARED_ORDERS", sum: 99 }, "en")).toContain(
      "sum to 99",
    );
  });
});

describe("a component without a reason", () => {
  it("is called unknown where facts are missing and low only where they are known", () => {
    expect(openComponentText({ id: "leader" }, "ja")).toBe("「まとめ役」は、まだわかっていません。");
    expect(openComponentText({ id: "area-coverage", isUnasked: true }, "ja")).toBe(
      "この仕事の「仕事のある市区町村」が入力されていません。",
    );
    expect(weaknessText({ id: "leader" }, "ja")).toBe("「まとめ役」は低めです。");
  });
});
