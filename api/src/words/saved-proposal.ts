import type { DismissalReason, ProposalEventKind, ProposalState } from "#domain/proposal/proposal.ts";
import type { ChangeProposalProblem } from "#domain/proposal/dismiss-proposal.ts";
import type { StartGroupProblem } from "#domain/group/start-group.ts";
import type { KeepProposalProblem } from "#domain/proposal/keep-proposal.ts";
import { inLanguage, type BothTexts } from "./analysis.ts";
import type { Language } from "./language.ts";

const STATES: Readonly<Record<ProposalState, BothTexts>> = {
  SAVED: ["保存した候補", "Saved"],
  DISMISSED: ["見送った候補", "Dismissed"],
  STARTED: ["グループにした候補", "Made a group"],
  TAKEN_BACK: ["保存していない候補", "Not saved"],
};

/** What a candidate in this state is called. */
export function proposalStateName(state: ProposalState, language: Language): string {
  return inLanguage(STATES[state], language);
}

const REASONS: Readonly<Record<DismissalReason, BothTexts>> = {
  WORKING_TOGETHER: ["すでに連携している", "They work together already"],
  NOT_ON_TERMS: ["関係がよくない", "They are not on good terms"],
  BAD_TIMING: ["時期が合わない", "The time is not right"],
  NO_WISH: ["事業者の意向がない", "The businesses do not wish it"],
  DOES_NOT_FIT: ["規模や業種が合わない", "Sizes or trades do not fit"],
  OTHER: ["その他", "Something else"],
};

/** Why a candidate was dismissed. */
export function dismissalReasonName(reason: DismissalReason, language: Language): string {
  return inLanguage(REASONS[reason], language);
}

/** The facts a line of a proposal's history needs. */
export interface ProposalEventFacts {
  readonly kind: ProposalEventKind;
  readonly name: string | null;
  readonly reason: DismissalReason | null;
}

/** One line of a proposal's history. */
export function proposalEventSentence({ kind, name, reason }: ProposalEventFacts, language: Language): string {
  const why = reason ? dismissalReasonName(reason, language) : "";
  const SENTENCES: Readonly<Record<ProposalEventKind, BothTexts>> = {
    SAVED: ["保存しました。", "Saved."],
    RENAMED: [`名前を「${name ?? ""}」に変えました。`, `Renamed to "${name ?? ""}".`],
    DISMISSED: [`見送りました（${why}）。`, `Dismissed: ${why}.`],
    RESTORED: ["見送りを取り消しました。", "The dismissal was taken back."],
    TAKEN_BACK: ["保存を取り消しました。", "The saving was taken back."],
    NOTED: ["メモを残しました。", "A note was left."],
    STARTED: ["この候補からグループを始めました。", "A group was started from it."],
  };
  return inLanguage(SENTENCES[kind], language);
}

/** What changed with a business since a candidate of it was kept. */
export type MemberChange =
  | { readonly kind: "FACTS"; readonly name: string; readonly facts: readonly string[] }
  | { readonly kind: "CLOSED"; readonly name: string }
  | { readonly kind: "MERGED"; readonly name: string; readonly into: string }
  | { readonly kind: "GONE"; readonly name: string };

/** Facts named in one sentence; more are counted. */
const FACTS_NAMED = 4;

/** A change as a sentence. */
export function memberChangeSentence(change: MemberChange, language: Language): string {
  const { name } = change;
  switch (change.kind) {
    case "FACTS": {
      const [facts, more] = [change.facts.slice(0, FACTS_NAMED), Math.max(0, change.facts.length - FACTS_NAMED)];
      return language === "ja"
        ? `「${name}」の${facts.join("・")}${more > 0 ? `ほか${more}項目` : ""}が変わりました。`
        : `${name}: ${facts.join(", ")}${more > 0 ? ` and ${more} more` : ""} changed.`;
    }
    case "CLOSED":
      return language === "ja" ? `「${name}」は廃業・脱退と記録されました。` : `${name} was marked as closed or left.`;
    case "MERGED":
      return language === "ja"
        ? `「${name}」は「${change.into}」と同じ事業者として、まとめられました。`
        : `${name} turned out to be ${change.into}.`;
    case "GONE":
      return language === "ja"
        ? `「${name}」は、今は登録されていません。`
        : `${name} is no longer among the businesses.`;
  }
}

/** Every problem about keeping and dismissing candidates. */
export type SavedProposalProblem =
  KeepProposalProblem | ChangeProposalProblem | Extract<StartGroupProblem, { code: "PROPOSAL_DISMISSED" }>;

type Sentences = {
  readonly [Code in SavedProposalProblem["code"]]: (
    problem: Extract<SavedProposalProblem, { code: Code }>,
  ) => BothTexts;
};

const PROBLEMS: Sentences = {
  PROPOSAL_NAME_MISSING: () => ["候補の名前を入れてください。", "Please give the candidate a name."],
  PROPOSAL_NAME_TOO_LONG: ({ length, max }) => [
    `候補の名前が${length}文字あります。${max}文字までにしてください。`,
    `The name has ${length} characters; at most ${max} fit.`,
  ],
  PROPOSAL_MEMBERS_OUT_OF_RANGE: ({ min, max }) => [
    `候補にできる事業者の数は、${min}～${max}です。`,
    `A candidate is of ${min} to ${max} businesses.`,
  ],
  DISMISSAL_REASON_MISSING: () => ["見送る理由を一つ選んでください。", "Please choose why it is dismissed."],
  DISMISSAL_NOTE_MISSING: () => [
    "「その他」を選んだときは、理由をメモに書いてください。",
    "Please write the reason where you chose something else.",
  ],
  PROPOSAL_NOTE_MISSING: () => ["メモを書いてください。", "Please write a note."],
  PROPOSAL_NOTE_TOO_LONG: ({ max }) => [
    `メモは${max}文字までで書いてください。`,
    `Please write at most ${max} characters.`,
  ],
  PROPOSAL_STARTED_ALREADY: () => [
    "この候補からは、すでにグループが始まっています。グループの画面で進めてください。",
    "A group was started from this candidate already. Please go on in the group.",
  ],
  PROPOSAL_DISMISSED: () => [
    "見送った候補です。見送りを取り消してから、グループを始めてください。",
    "This candidate was dismissed. Take the dismissal back before starting a group.",
  ],
  PROPOSAL_DISMISSED_ALREADY: () => ["この候補は、すでに見送られています。", "This candidate was dismissed already."],
  PROPOSAL_NOT_DISMISSED: () => ["この候補は、見送られていません。", "This candidate is not dismissed."],
  PROPOSAL_NOT_SAVED: () => ["この候補は、保存されていません。", "This candidate is not saved."],
};

/** Whether a problem is about keeping or dismissing a candidate. */
export function isSavedProposalProblem(problem: { readonly code: string }): problem is SavedProposalProblem {
  return Object.hasOwn(PROBLEMS, problem.code);
}

/** Why a candidate was not kept or not changed, and what to do. */
export function savedProposalProblemTexts(problem: SavedProposalProblem): BothTexts {
  // The table is complete by its type; the compiler cannot follow that a problem's code picks its own sentence.
  const sentence = PROBLEMS[problem.code] as (problem: SavedProposalProblem) => BothTexts;
  return sentence(problem);
}
