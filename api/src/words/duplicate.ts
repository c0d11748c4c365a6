import type { DuplicateReason, DuplicateTrait } from "#domain/business/duplicate-reasons.ts";
import type { DuplicateSureness } from "#domain/business/duplicates.ts";
import type { MergeProblem, UndoMergeProblem } from "#domain/business/merge.ts";
import { inLanguage, type BothTexts } from "./analysis.ts";
import type { Language } from "./language.ts";

const SURENESS: Readonly<Record<DuplicateSureness, BothTexts>> = {
  CERTAIN: ["ほぼ確実", "Nearly certain"],
  LIKELY: ["可能性が高い", "Likely"],
  POSSIBLE: ["可能性あり", "Possible"],
};

/** How sure it is that two businesses are one. */
export function duplicateSurenessName(sureness: DuplicateSureness, language: Language): string {
  return inLanguage(SURENESS[sureness], language);
}

const TRAITS: Readonly<Record<DuplicateTrait, Readonly<Record<DuplicateReason["agreement"], BothTexts>>>> = {
  corporateNumber: {
    same: ["法人番号が同じ", "Same corporate number"],
    alike: ["法人番号が似ている", "Similar corporate numbers"],
    differs: ["法人番号が違う", "Different corporate numbers"],
  },
  name: {
    same: ["名前が同じ", "Same name"],
    alike: ["名前が似ている", "Similar names"],
    differs: ["名前が違う", "Different names"],
  },
  reading: {
    same: ["読みが同じ", "Same reading"],
    alike: ["読みが似ている", "Similar readings"],
    differs: ["読みが違う", "Different readings"],
  },
  form: {
    same: ["法人の形が同じ", "Same legal form"],
    alike: ["一方に法人の形がない", "One has no legal form"],
    differs: ["法人の形が違う", "Different legal forms"],
  },
  address: {
    same: ["住所が同じ", "Same address"],
    alike: ["住所が近い", "Nearby addresses"],
    differs: ["住所が違う", "Different addresses"],
  },
  phone: {
    same: ["電話が同じ", "Same telephone number"],
    alike: ["電話が似ている", "Similar telephone numbers"],
    differs: ["電話が違う", "Different telephone numbers"],
  },
  email: {
    same: ["メールが同じ", "Same e-mail address"],
    alike: ["メールが似ている", "Similar e-mail addresses"],
    differs: ["メールが違う", "Different e-mail addresses"],
  },
  representative: {
    same: ["代表者が同じ", "Same representative"],
    alike: ["代表者が似ている", "Similar representatives"],
    differs: ["代表者が違う", "Different representatives"],
  },
  premises: {
    same: ["一方がもう一方の事業所の名前", "One is named as premises of the other"],
    alike: ["事業所の名前が似ている", "Similar names of premises"],
    differs: ["事業所が違う", "Different premises"],
  },
};

/** One reason for or against two businesses being one. */
export function duplicateReasonText({ trait, agreement }: DuplicateReason, language: Language): string {
  return inLanguage(TRAITS[trait][agreement], language);
}

/** What taking a merge back left as it was. */
export interface MergeLeftNames {
  readonly fields: readonly string[];
  readonly groups: readonly string[];
  readonly isKeyTaken: boolean;
}

/** What taking a merge back left as it was, and why, one sentence each. */
export function mergeLeftSentences({ fields, groups, isKeyTaken }: MergeLeftNames, language: Language): string[] {
  const [dots, commas] = [fields.join("・"), fields.join(", ")];
  const told: (BothTexts | undefined)[] = [
    fields.length === 0
      ? undefined
      : [
          `まとめたあとで変更された項目（${dots}）は、そのままにしました。`,
          `What was changed after the merge (${commas}) was left as it is.`,
        ],
    groups.length === 0
      ? undefined
      : [
          `まとめたあとで進んだグループ（${groups.join("・")}）の構成事業者は、そのままにしました。`,
          `Members of groups that have moved on since (${groups.join(", ")}) were left as they are.`,
        ],
    isKeyTaken
      ? [
          "管理番号が別の事業者で使われているため、番号なしで戻しました。",
          "Its key is in use by another business now, so it came back without one.",
        ]
      : undefined,
  ];
  return told.flatMap((texts) => (texts === undefined ? [] : [inLanguage(texts, language)]));
}

/** Why two businesses are not made one, or why that is not taken back, and what to do. */
export function mergeProblemTexts(problem: MergeProblem | UndoMergeProblem): BothTexts {
  switch (problem.code) {
    case "MERGE_WITH_ITSELF":
      return [
        "同じ登録どうしは、まとめられません。二つの事業者を選んでください。",
        "Please choose two different entries.",
      ];
    case "MERGE_NUMBERS_DIFFER":
      return [
        `法人番号が違うため（${problem.kept}と${problem.absorbed}）、同じ事業者としてまとめられません。番号が誤っている場合は、先に番号を直してください。`,
        `They have different corporate numbers (${problem.kept} and ${problem.absorbed}), so they are two. If a number is wrong, correct it first.`,
      ];
    case "MERGE_KEY_UNKNOWN":
      return [
        `「${problem.key}」という項目はありません。画面を開き直して選んでください。`,
        `There is no field "${problem.key}". Please open the page again and choose.`,
      ];
    case "MERGE_UNDONE_ALREADY":
      return ["このまとめは、すでに元に戻されています。", "This merge has been undone already."];
    case "MERGE_BUILT_ON":
      return [
        "まとめた事業者が、そのあとさらに別の事業者とまとめられています。先に、あとのまとめを元に戻してください。",
        "The business was merged into another one later. Please undo that first.",
      ];
  }
}
