import type { GroupEventKind } from "#domain/group/history.ts";
import type { MemberState } from "#domain/group/member.ts";
import type { GroupStage } from "#domain/group/stage.ts";
import type { Language } from "./language.ts";

const STAGES: Record<GroupStage, Record<Language, string>> = {
  DISCOVERY: { ja: "発掘", en: "Discovery" },
  EXCHANGE: { ja: "交流会", en: "Exchange meeting" },
  STUDY: { ja: "検討会", en: "Study meetings" },
  PROMOTERS: { ja: "発起人会", en: "Promoters' meeting" },
  FOUNDING: { ja: "創立総会", en: "Founding meeting" },
  APPLICATION: { ja: "認可申請", en: "Application for approval" },
  APPROVAL: { ja: "認可", en: "Approval" },
  REGISTRATION: { ja: "設立登記", en: "Registration" },
  OPERATION: { ja: "事業開始", en: "In operation" },
};

/** The stage's name on every screen. */
export function stageName(stage: GroupStage, language: Language): string {
  return STAGES[stage][language];
}

const MEMBER_STATES: Record<MemberState, Record<Language, string>> = {
  CANDIDATE: { ja: "候補", en: "Candidate" },
  ASKED: { ja: "打診中", en: "Asked" },
  INTERESTED: { ja: "関心あり", en: "Interested" },
  COMMITTED: { ja: "参加", en: "Taking part" },
  PROMOTER: { ja: "発起人", en: "Promoter" },
  LEFT: { ja: "辞退", en: "Left" },
};

export function memberStateName(state: MemberState, language: Language): string {
  return MEMBER_STATES[state][language];
}

/** What is to be done now, by whom, and what shows that it is done. */
export interface NextStepWords {
  readonly action: string;
  readonly who: string;
  readonly evidence: string;
}

const COORDINATOR = { ja: "指導員", en: "the coordinator" };
const PROMOTERS = { ja: "発起人", en: "the promoters" };

interface Step {
  readonly who: Record<Language, string>;
  readonly action: Record<Language, string>;
  readonly evidence: Record<Language, string>;
}

/** By the stage a group is to enter next. */
const STEPS: Record<GroupStage, Step> = {
  DISCOVERY: {
    who: COORDINATOR,
    action: { ja: "候補の事業者を訪ね、話を聞いてください", en: "Visit the candidates and listen to them" },
    evidence: { ja: "訪問の記録", en: "A note of the visits" },
  },
  EXCHANGE: {
    who: COORDINATOR,
    action: {
      ja: "候補の事業者に声をかけ、交流会を開いてください",
      en: "Invite the candidates and hold an exchange meeting",
    },
    evidence: { ja: "交流会の開催日と参加者", en: "Date of the exchange meeting and who came" },
  },
  STUDY: {
    who: COORDINATOR,
    action: {
      ja: "関心のある事業者と、検討会の初回を開いてください",
      en: "Hold the first study meeting with those interested",
    },
    evidence: { ja: "検討会の開催日と議題", en: "Date and agenda of the study meeting" },
  },
  PROMOTERS: {
    who: COORDINATOR,
    action: { ja: "発起人を決め、発起人会を開いてください", en: "Settle the promoters and hold their meeting" },
    evidence: { ja: "発起人会の開催日と発起人の氏名", en: "Date of the promoters' meeting and their names" },
  },
  FOUNDING: {
    who: PROMOTERS,
    action: { ja: "創立総会を公告し、開いてください", en: "Give public notice of the founding meeting and hold it" },
    evidence: { ja: "創立総会の開催日と議事録", en: "Date and minutes of the founding meeting" },
  },
  APPLICATION: {
    who: PROMOTERS,
    action: { ja: "設立の認可を所管行政庁に申請してください", en: "Apply to the supervising authority for approval" },
    evidence: { ja: "申請日と提出先", en: "Date of the application and where it was filed" },
  },
  APPROVAL: {
    who: PROMOTERS,
    action: {
      ja: "認可の通知を待ち、届いたら記録してください",
      en: "Wait for the approval and record it when it comes",
    },
    evidence: { ja: "認可の日付と番号", en: "Date and number of the approval" },
  },
  REGISTRATION: {
    who: { ja: "代表理事", en: "the representative director" },
    action: {
      ja: "出資の払込みを受け、設立の登記を申請してください",
      en: "Collect the share payments and apply for registration",
    },
    evidence: { ja: "登記の申請日", en: "Date of the application for registration" },
  },
  OPERATION: {
    who: { ja: "組合", en: "the cooperative" },
    action: { ja: "共同事業を始めてください", en: "Start the joint business" },
    evidence: { ja: "事業を始めた日と内容", en: "Date and kind of the first joint business" },
  },
};

/** The one sentence at the head of a group; at the end of its way nothing is left to do here. */
export function nextStepWords(next: GroupStage | undefined, language: Language): NextStepWords {
  if (next === undefined) {
    return language === "ja"
      ? { action: "事業が始まっています。ここで進める段階はありません", who: "組合", evidence: "" }
      : { action: "The business is running; there is no further stage", who: "the cooperative", evidence: "" };
  }
  const { action, who, evidence } = STEPS[next];
  return { action: action[language], who: who[language], evidence: evidence[language] };
}

/** The facts an event's sentence needs. */
export interface EventFacts {
  readonly kind: GroupEventKind;
  readonly fromStage: GroupStage | null;
  readonly toStage: GroupStage | null;
  readonly businessName: string | undefined;
  readonly memberState: MemberState | null;
}

/** One line of a group's history. */
export function groupEventSentence(event: EventFacts, language: Language): string {
  const from = event.fromStage ? stageName(event.fromStage, language) : "";
  const to = event.toStage ? stageName(event.toStage, language) : "";
  const ja = language === "ja";
  switch (event.kind) {
    case "STARTED":
      return ja ? "グループを作りました。" : "The group was started.";
    case "STAGE_ENTERED":
      return ja ? `「${to}」に進みました。` : `Moved on to ${to}.`;
    case "STAGE_OVERRIDDEN":
      return ja
        ? `理由を記録して「${from}」から「${to}」に移しました。`
        : `Moved from ${from} to ${to} by a recorded override.`;
    case "STAGE_UNDONE":
      return ja ? `直前の移動を取り消し、「${to}」に戻しました。` : `The last move was undone; back at ${to}.`;
    case "MEMBER_CHANGED": {
      const state = event.memberState ? memberStateName(event.memberState, language) : "";
      const name = event.businessName ?? "";
      return ja ? `「${name}」を「${state}」にしました。` : `${name} is now: ${state}.`;
    }
    case "MEMBER_MERGED": {
      const name = event.businessName ?? "";
      return ja
        ? `同じ事業者の登録をまとめ、「${name}」が構成事業者になりました。`
        : `Two entries of one business were merged; ${name} is the member now.`;
    }
    case "MEMBER_UNMERGED": {
      const name = event.businessName ?? "";
      return ja
        ? `事業者のまとめを元に戻し、「${name}」が構成事業者に戻りました。`
        : `That merge was undone; ${name} is a member again.`;
    }
    case "MEMBER_ADDED":
      return ja ? `「${event.businessName ?? ""}」を加えました。` : `${event.businessName ?? ""} was added.`;
  }
}
