import type { Language } from "./language.ts";

/** A list that goes out: what it is called and what its columns hold. */
export interface ExportedListWords {
  readonly title: string;
  readonly header: readonly string[];
}

const GROUPS: Record<Language, ExportedListWords> = {
  ja: {
    title: "グループ一覧",
    header: [
      "グループ",
      "目的",
      "段階",
      "この段階になった日",
      "始めた日",
      "事業者数",
      "事業者",
      "次にすること",
      "だれが",
    ],
  },
  en: {
    title: "Groups",
    header: ["Group", "Purpose", "Stage", "In this stage since", "Started", "Members", "Businesses", "Next", "By whom"],
  },
};

const PROPOSALS: Record<Language, ExportedListWords> = {
  ja: {
    title: "連携候補",
    header: [
      ...["順位", "見込み", "点数（100点満点・少なくとも）", "点数（わかれば最大）", "把握できている情報（％）"],
      ...["事業者数", "事業者", "よいところ", "気になるところ", "足りない情報", "状態", "探した条件"],
    ],
  },
  en: {
    title: "Candidates",
    header: [
      ...["Rank", "Band", "Points of 100, at least", "Points at most", "Known (%)"],
      ...["Members", "Businesses", "For", "Against", "Missing", "State", "Asked for"],
    ],
  },
};

const SAVED_PROPOSALS: Record<Language, ExportedListWords> = {
  ja: {
    title: "保存した候補",
    header: [
      ...[
        "候補",
        "目的",
        "状態",
        "見込み",
        "点数（100点満点・少なくとも）",
        "点数（わかれば最大）",
        "把握できている情報（％）",
      ],
      ...["事業者数", "事業者", "見送った理由", "メモ", "保存した人", "保存した日"],
    ],
  },
  en: {
    title: "Saved candidates",
    header: [
      ...["Candidate", "Purpose", "State", "Band", "Points of 100, at least", "Points at most", "Known (%)"],
      ...["Members", "Businesses", "Dismissed because", "Note", "Saved by", "Saved on"],
    ],
  },
};

/** Title and headers of the list of saved proposals. */
export function savedProposalListWords(language: Language): ExportedListWords {
  return SAVED_PROPOSALS[language];
}

const CALLS: Record<Language, ExportedListWords> = {
  ja: {
    title: "訪問・架電リスト",
    header: [
      ...["市区町村", "所在地", "事業者", "電話", "候補", "打診の状況"],
      ...["お尋ねすること", "なぜお尋ねするか", "お答え"],
    ],
  },
  en: {
    title: "Calls and visits",
    header: [
      ...["Municipality", "Address", "Business", "Telephone", "Candidate", "Approached"],
      ...["What to ask", "Why", "Answer"],
    ],
  },
};

/** Title and headers of the list of whom to call. */
export function callListWords(language: Language): ExportedListWords {
  return CALLS[language];
}

/** Title and headers of the list of groups. */
export function groupListWords(language: Language): ExportedListWords {
  return GROUPS[language];
}

/** Title and headers of a list of proposals. */
export function proposalListWords(language: Language): ExportedListWords {
  return PROPOSALS[language];
}

/** A member with how far it has come, in one cell with the others. */
export function memberInCell(name: string, stateName: string, language: Language): string {
  return language === "ja" ? `${name}（${stateName}）` : `${name} (${stateName})`;
}

/** Names in one cell. */
export function namesInCell(names: readonly string[], language: Language): string {
  return names.join(language === "ja" ? "、" : ", ");
}

/** Sentences in one cell, one below the other as on the screen. */
export function sentencesInCell(sentences: readonly string[]): string {
  return sentences.join("\n");
}

/** Least and most points of 100, exact; empty where too little is known for a number, and only the bands are told. */
export function pointsInCells({
  bands,
  lower,
  upper,
}: {
  readonly bands: readonly unknown[];
  readonly lower: number;
  readonly upper: number;
}): readonly (number | "")[] {
  return bands.length === 1 ? [lower / 1000, upper / 1000] : ["", ""];
}
