import type { CompletionDocument } from "#matching/completion-document.ts";
import {
  areaLabel,
  inLanguage,
  requirementText,
  unservedTexts,
  type AnalysisReader,
  type BothTexts,
} from "./analysis.ts";
import type { Language } from "./language.ts";

/** What a group lacks, each in one sentence; one sentence that nothing does where it is whole. For staff. */
export function missingTexts(
  { missing, failing }: Pick<CompletionDocument, "missing" | "failing">,
  reader: AnalysisReader,
): readonly string[] {
  const { language, labelOf } = reader;
  const { members, requirements, areas, unplacedAreas } = missing;
  const texts = [
    ...membersTexts(members, language),
    ...requirements.map((requirement) => {
      const what = requirementText(requirement, reader);
      return inLanguage(
        [`${what}に対応できることが分かっている事業者がいません。`, `Nobody is known to have ${what}.`],
        language,
      );
    }),
    ...areas.map((area) => inLanguage(unservedTexts(areaLabel(area, labelOf)), language)),
    ...unplacedAreas.map((area) => {
      const name = areaLabel(area, labelOf);
      return inLanguage(
        [
          `${name}の位置が分からないため、対応できる事業者がいるか確かめられません。`,
          `The place of ${name} is not known, so whether anybody serves it cannot be told.`,
        ],
        language,
      );
    }),
  ];
  if (texts.length > 0 || failing.length > 0) return texts;
  return [inLanguage(["足りないものはありません。", "Nothing is missing."], language)];
}

function membersTexts(members: number | null, language: Language): readonly string[] {
  if (members === 0) return [];
  const texts: BothTexts =
    members === null
      ? [
          "この形態に必要な事業者数の定めを確認できていません。所管行政庁にお尋ねください。",
          "How many businesses this form needs is not on record. Please ask the supervising authority.",
        ]
      : [`あと${members}者足りません。`, `${members} more businesses are needed.`];
  return [inLanguage(texts, language)];
}
