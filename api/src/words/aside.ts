import type { JointBusiness } from "#domain/joint-business.ts";
import type { Aside } from "#matching/asides.ts";
import { distanceText, inLanguage, namesText, sentenceText, type AnalysisReader, type BothTexts } from "./analysis.ts";
import { lawText } from "./analysis-rules.ts";

/** What stands beside a score in one sentence, for staff: it names members. */
export function asideText(aside: Aside, reader: AnalysisReader): string {
  return sentenceText(asideTexts(aside, reader), reader.language);
}

function asideTexts(aside: Aside, reader: AnalysisReader): BothTexts {
  switch (aside.id) {
    case "ages":
      return [
        `代表者が70歳以上の事業者は${aside.old.length}者です（年代が分かる${aside.known}者のうち）。`,
        `In ${aside.old.length} of the ${aside.known} businesses whose owner's age is known, the owner is seventy or older.`,
      ];
    case "successors": {
      const names = namesText(aside.without, reader);
      return [
        `${names}は、後継者がいないか、廃業の予定です（そのことが分かる${aside.known}者のうち）。`,
        `No successor, or about to close: ${names} (of ${aside.known} businesses where this is known).`,
      ];
    }
    case "same-trade": {
      const [names, trade] = [namesText(aside.members, reader), reader.labelOf("industry", aside.industry)];
      return [`${names}は同じ業種（${trade}）です。`, `${names} are of the same trade (${trade}).`];
    }
    case "membership": {
      const names = namesText(aside.members, reader);
      return [`${names}は${aside.organisation}に加入しています。`, `In ${aside.organisation}: ${names}.`];
    }
    case "common-customer": {
      const names = namesText(aside.members, reader);
      return [`${names}は、同じ${aside.customer}に販売しています。`, `${names} sell to ${aside.customer}.`];
    }
    case "large-member": {
      const { member, employees, nextEmployees } = aside;
      return [
        `${reader.nameOf(member)}は従業員${employees}人で、次に大きい事業者（${nextEmployees}人）よりかなり大きな事業者です。`,
        `${reader.nameOf(member)} has ${employees} employees, the next largest ${nextEmployees}.`,
      ];
    }
    case "far-apart": {
      const [names, distance] = [namesText(aside.members, reader), distanceText(aside.distanceMetres)];
      return [
        `${names}は直線で${distance}離れています。集まる方法を決めておく必要があります。`,
        `${names} are ${distance} apart in a straight line; how to meet has to be settled.`,
      ];
    }
  }
}

/** Why a kind of joint business is proposed, and the article it rests on. */
export function jointBusinessText({ kind, issue }: JointBusiness, { language, labelOf }: AnalysisReader): string {
  const law = kind.law === undefined ? null : lawText(kind.law, language);
  const basis: BothTexts = law === null ? ["", ""] : [`（${law}）`, ` (${law})`];
  if (issue === null)
    return inLanguage([`目的に合う共同事業です${basis[0]}。`, `It is what the purpose asks for${basis[1]}.`], language);
  const name = labelOf("issue", issue);
  return inLanguage([`「${name}」に応える共同事業です${basis[0]}。`, `It can answer “${name}”${basis[1]}.`], language);
}
