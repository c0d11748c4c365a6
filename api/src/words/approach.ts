import type {
  ApproachChannel,
  ApproachClock,
  ApproachOutcome,
  ApproachProblem,
  ApproachState,
} from "#domain/proposal/approach.ts";
import { inLanguage, type BothTexts } from "./analysis.ts";
import { dayText } from "./day.ts";
import type { Language } from "./language.ts";

const STATES: Readonly<Record<ApproachState, BothTexts>> = {
  NOT_ASKED: ["未打診", "Not asked"],
  ASKED: ["打診中", "Asked"],
  INTERESTED: ["関心あり", "Interested"],
  DECLINED: ["見送り", "Declined"],
};

/** How far a business was approached. */
export function approachStateName(state: ApproachState, language: Language): string {
  return inLanguage(STATES[state], language);
}

const CHANNELS: Readonly<Record<ApproachChannel, BothTexts>> = {
  PHONE: ["電話", "Telephone"],
  VISIT: ["訪問", "Visit"],
  OFFICE: ["来所", "At the office"],
  ONLINE: ["オンライン", "Online"],
  MAIL: ["メール", "E-mail"],
  PAPER: ["郵便・FAX", "Letter or fax"],
};

/** How a business was approached. */
export function approachChannelName(channel: ApproachChannel, language: Language): string {
  return inLanguage(CHANNELS[channel], language);
}

const OUTCOMES: Readonly<Record<ApproachOutcome, BothTexts>> = {
  TALKED: ["話した", "Talked"],
  NOBODY_THERE: ["不在", "Nobody there"],
  CALLS_BACK: ["折り返し待ち", "Will call back"],
};

/** What came of an approach. */
export function approachOutcomeName(outcome: ApproachOutcome, language: Language): string {
  return inLanguage(OUTCOMES[outcome], language);
}

/** How long nobody has spoken with a business that was asked. */
export function approachClockText({ days, urgency }: ApproachClock, language: Language): string {
  const TEXTS: Readonly<Record<ApproachClock["urgency"], BothTexts>> = {
    IN_TIME: [
      days === 0 ? "今日連絡しました" : `最後の連絡から${days}営業日`,
      `${days} working days since the last contact`,
    ],
    SOON: [
      `最後の連絡から${days}営業日。そろそろご連絡ください`,
      `${days} working days since the last contact: please call soon`,
    ],
    LATE: [
      `最後の連絡から${days}営業日たっています。ご連絡ください`,
      `${days} working days since the last contact: please call`,
    ],
  };
  return inLanguage(TEXTS[urgency], language);
}

type Sentences = {
  readonly [Code in ApproachProblem["code"]]: (problem: Extract<ApproachProblem, { code: Code }>) => BothTexts;
};

const PROBLEMS: Sentences = {
  APPROACH_NOT_MEMBER: () => ["この事業者は、この候補に入っていません。", "This business is not in this candidate."],
  APPROACH_IN_FUTURE: ({ today }) => [
    `日付が今日（${dayText(today, "ja")}）より先です。連絡した日を入れてください。`,
    `The date lies after today (${dayText(today, "en")}). Give the day of the contact.`,
  ],
  APPROACH_NOTE_TOO_LONG: ({ max }) => [
    `メモは${max}文字までで書いてください。`,
    `Please write at most ${max} characters.`,
  ],
  APPROACH_NOTHING_TO_UNDO: () => ["元に戻せる打診の記録がありません。", "There is no approach to take back."],
  APPROACH_NOT_YOURS: () => [
    "ほかの方の記録は元に戻せません。ご本人にお伝えください。",
    "This record is somebody else's. Please tell whoever made it.",
  ],
};

/** Whether a problem is about an approach. */
export function isApproachProblem(problem: { readonly code: string }): problem is ApproachProblem {
  return Object.hasOwn(PROBLEMS, problem.code);
}

/** Why an approach was not noted, and what to do. */
export function approachProblemTexts(problem: ApproachProblem): BothTexts {
  // The table is complete by its type; the compiler cannot follow that a problem's code picks its own sentence.
  const sentence = PROBLEMS[problem.code] as (problem: ApproachProblem) => BothTexts;
  return sentence(problem);
}
