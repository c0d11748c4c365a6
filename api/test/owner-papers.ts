import type { PlainDate } from "#domain/calendar.ts";
import { loadVocabularies } from "#files/seeds/vocabularies.ts";
import { analyse, type Analysis } from "#matching/analysis.ts";
import { memberOf } from "#matching/member.ts";
import { ownerViewOf } from "#matching/owner-view.ts";
import type { Question } from "#matching/question.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import type { Language } from "#words/language.ts";
import { ownerPaper } from "#words/owner-sheet.ts";
import type { Paper, PaperBlock } from "#words/paper.ts";

import { ask } from "./questions.ts";
import { drawFrom, randomBusinesses } from "./random-snapshot.ts";

const vocabulary = loadVocabularies();

const QUESTIONS: readonly Question[] = [
  ask("COOPERATIVE"),
  ask("SHARED_ORDERS", {
    capabilities: [["polishing", 2]],
    licences: [["ippan-collect", "02201"], ["kobutsu"]],
    areas: [{ municipality: "02201", lat: 40.82, lon: 140.74 }],
    unitsPerMonth: [0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 0],
  }),
  ask("JOINT_PURCHASING"),
  ask("CROSS_INDUSTRY"),
  ask("YEAR_ROUND_WORK"),
];

/** A group drawn from a seed, and the sheet for one of its owners. Every code stands as {kind:code}, so that it can be found. */
export interface DrawnSheet {
  readonly own: SnapshotBusiness;
  readonly others: readonly SnapshotBusiness[];
  readonly analysis: Analysis;
  readonly paper: Paper;
}

/** The name a business has in a drawn group, found nowhere else. */
export const nameOf = (id: string): string => `店名${id}号`;

/** The same seed gives the same group, owner and sheet. */
export function drawnSheet(seed: number, language: Language = "ja"): DrawnSheet {
  const draw = drawFrom(seed);
  const size = 2 + draw(7);
  const businesses = randomBusinesses(draw, { size, spreadDegrees: 0.2, knownOfTen: draw(11) });
  const question = QUESTIONS[draw(QUESTIONS.length)] as Question;
  const own = businesses[draw(size)] as SnapshotBusiness;
  const analysis = analyse(businesses.map(memberOf), question);
  return {
    ...{ own, analysis, others: businesses.filter(({ id }) => id !== own.id) },
    paper: paperOf(own, { analysis, question, language }),
  };
}

function paperOf(
  own: SnapshotBusiness,
  { analysis, question, language }: { analysis: Analysis; question: Question; language: Language },
): Paper {
  const view = ownerViewOf(analysis, own, { question, vocabulary });
  const sheet = {
    ...{ purpose: question.purpose, view },
    own: {
      ...{ name: nameOf(own.id), address: "https://musubi.example.jp/businesses/own" },
      industryName: own.industry === undefined ? null : `{industry:${own.industry}}`,
      capabilities: (own.capabilities ?? []).map(([tag]) => tag),
    },
    maker: { federation: "香川県中小企業団体中央会", coordinator: "高松 花子", on: "2026-11-21" as PlainDate },
  };
  const labelOf = (kind: string, code: string) => `{${kind}:${code}}`;
  return ownerPaper(sheet, { language, labelOf, jointBusinessName: (code) => `{joint:${code}}` });
}

/** Every text of a sheet, as it may stand on paper or in the file. */
export function textsOf(paper: Paper): readonly string[] {
  const { title, author, mark, above, from, code, foot, blocks } = paper;
  return [
    ...[title, author, mark, above, foot, code.address],
    ...[...from, ...code.caption],
    ...blocks.flatMap(textsOfBlock),
  ];
}

function textsOfBlock(block: PaperBlock): readonly string[] {
  if (block.kind === "columns") return block.columns.flat().flatMap(textsOfBlock);
  if (block.kind === "table") return [...block.header, ...block.rows.flat()];
  if (block.kind === "space") return [block.label];
  if (block.kind === "map") return [block.caption];
  return "items" in block ? block.items : [block.text];
}
