/** A business of a candidate, with how far it was approached, as the api tells it. */
export interface ApproachedLine {
  readonly business: {
    readonly id: string;
    readonly name: string;
    readonly phone?: string | null;
    readonly municipalityName?: string | null;
    readonly industryName?: string | null;
    readonly isClosed: boolean;
  };
  readonly state: ApproachState;
  readonly stateName: string;
  readonly urgency?: "IN_TIME" | "SOON" | "LATE" | null;
  readonly clockText?: string | null;
  readonly viewerCanUndo: boolean;
  readonly history: readonly {
    readonly on: string;
    readonly stateName: string;
    readonly channelName: string;
    readonly outcome: string;
    readonly outcomeName: string;
    readonly note: string;
    readonly by: string;
  }[];
}

export const APPROACH_STATES = ["NOT_ASKED", "ASKED", "INTERESTED", "DECLINED"] as const;
export type ApproachState = (typeof APPROACH_STATES)[number];

export const APPROACH_CHANNELS = ["PHONE", "VISIT", "OFFICE", "ONLINE", "MAIL", "PAPER"] as const;
export type ApproachChannel = (typeof APPROACH_CHANNELS)[number];

/** The look of how far a business is: colour never stands alone, the word is always beside it. */
export function toneOf(state: ApproachState): "plain" | "blue" | "green" {
  if (state === "INTERESTED") return "green";
  return state === "ASKED" ? "blue" : "plain";
}

/** The look of how urgent it is to speak with a business again. */
export function urgencyTone(urgency: ApproachedLine["urgency"]): "amber" | "red" | "plain" {
  if (urgency === "LATE") return "red";
  return urgency === "SOON" ? "amber" : "plain";
}
