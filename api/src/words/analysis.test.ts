import { describe, expect, it } from "vitest";
import { analyse, groupOf } from "#matching/analysis.ts";
import { factsToAsk, reasonsOf } from "#matching/reasons.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import { ask, members } from "../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../test/random-snapshot.ts";
import { bandText, distanceText, reasonText, type AnalysisReader } from "./analysis.ts";
import { factToAskText, openComponentText, ownerReasonText, weaknessText } from "./analysis-facts.ts";
import { questionProblemText } from "./analysis-problem.ts";
import { lawText, ruleText } from "./analysis-rules.ts";
import { inputProblemText } from "./snapshot-problem.ts";

const ja: AnalysisReader = { language: "ja", nameOf: (id) => `${id}社`, labelOf: (kind, code) => `${kind}:${code}` };
const en: AnalysisReader = { ...ja, language: "en", nameOf: (id) => `Firm ${id}` };

const makers: readonly SnapshotBusiness[] = [
  { id: "甲", lat: 40, lon: 140.7, needs: [["K20", 3]], leader: 2, licences: [["ippan", "02201"]] },
  { id: "乙", lat: 40.01, lon: 140.7, needs: [["K20", 1]], leader: 0 },
];

describe("a reason in words", () => {
  const analysis = analyse(members(...makers), ask("COOPERATIVE"));
  const texts = (reader: AnalysisReader) => reasonsOf(analysis).map((reason) => reasonText(reason, reader));

  it("names who and what in Japanese", () => {
    expect(texts(ja)).toEqual([
      "「issue:K20」を乙社、甲社が共通の課題にしています。",
      "互いに近い場所にあります。",
      "最も離れているのは乙社、甲社で、直線で1.1kmです。",
      "甲社は、まとめ役に意欲があります。",
      "補佐役になれる事業者が見当たりません。",
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
    [0.01, "互いに近い場所にあります。"],
    [0.05, "互いに行き来できる距離にあります。"],
    [0.3, "互いに離れた場所にあります。"],
  ])("says how near two are that lie %f degrees apart", (degrees, expected) => {
    const pair = members({ id: "甲", lat: 40, lon: 140.7 }, { id: "乙", lat: 40 + degrees, lon: 140.7 });
    const reasons = reasonsOf(analyse(pair, ask("COOPERATIVE"))).map((reason) => reasonText(reason, ja));
    expect(reasons).toContain(expected);
  });

  it("names who and what in English", () => {
    expect(texts(en)[0]).toBe("Firm 乙, Firm 甲 share the issue “issue:K20”.");
    expect(texts(en)[2]).toBe("Farthest apart are Firm 乙, Firm 甲, 1.1km in a straight line.");
  });

  it("is there for every match, verdict and missing fact of many groups, in both languages", () => {
    const question = ask("SHARED_ORDERS", {
      capabilities: [["polishing", 2]],
      licences: [["ippan-collect", "02201"]],
      areas: [{ municipality: "02201", lat: 40.8, lon: 140.7 }],
      unitsPerMonth: Array.from({ length: 12 }, () => 100),
    });
    for (let seed = 0; seed < 40; seed += 1) {
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

  it("tells above both limits to notify, and by when", () => {
    const large = makers.map((business) => ({ ...business, industry: "5711", employees: 51, capitalYen: 50_000_001 }));
    expect(texts(ja, large)[1]).toContain(
      "30日以内に公正取引委員会へ届け出てください（中小企業等協同組合法第7条第3項）。",
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
    expect(bandText(["thin", "thin"], "ja")).toBe("まだ弱い（情報が少ないため目安です）");
  });

  it("give distances in metres below a kilometre", () => {
    expect([distanceText(990), distanceText(1000), distanceText(8_190)]).toEqual(["990m", "1.0km", "8.1km"]);
  });

  it("tell owners no figure", () => {
    expect(ownerReasonText("shared-need", "ja")).not.toMatch(/[0-9０-９]/);
  });

  it("say on which line what is wrong and what to do", () => {
    expect(
      inputProblemText(
        { code: "BAD_VALUE", line: 3, key: "needs", fault: { code: "LEVEL_OUT_OF_RANGE", min: 1, max: 3 } },
        "ja",
      ),
    ).toBe("3行目：needs は、水準は1〜3にしてください。");
    expect(inputProblemText({ code: "GROUP_UNKNOWN_ID", line: 1, id: "x" }, "en")).toBe(
      "Line 1: There is no business with the id “x”.",
    );
  });

  it("say why a purpose cannot be asked yet", () => {
    expect(
      questionProblemText(
        { code: "PURPOSE_NOT_READY", purpose: "JOINT_PURCHASING", components: ["purchase-overlap"] },
        "ja",
      ),
    ).toBe("「共同購買」はまだ探せません（共通する仕入品の計算を準備中です）。別の目的を選んでください。");
    expect(questionProblemText({ code: "TERMS_SUM_NOT_100", purpose: "SHARED_ORDERS", sum: 99 }, "en")).toContain(
      "sum to 99",
    );
  });
});

describe("a component without a reason", () => {
  it("is called unknown where facts are missing and low only where they are known", () => {
    expect(openComponentText({ id: "leader" }, "ja")).toBe("「まとめ役」は、まだわかっていません。");
    expect(weaknessText({ id: "leader" }, "ja")).toBe("「まとめ役」は低めです。");
  });
});
