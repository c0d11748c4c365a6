/**
 * The way of a group from a first idea to its business, in order. Codes S1–S9 of the federations' practice:
 * 発掘 → 交流会 → 検討会 → 発起人会 → 創立総会 → 認可申請 → 認可 → 設立登記 → 事業開始.
 */
export const GROUP_STAGES = [
  "DISCOVERY",
  "EXCHANGE",
  "STUDY",
  "PROMOTERS",
  "FOUNDING",
  "APPLICATION",
  "APPROVAL",
  "REGISTRATION",
  "OPERATION",
] as const;
/** One stage of the way. */
export type GroupStage = (typeof GROUP_STAGES)[number];

/**
 * Forms without a founding meeting and without approval: a voluntary group (Civil Code art. 667), a general
 * incorporated association (Act No. 48 of 2006) and an LLP (Act No. 40 of 2005) come into being by contract or
 * registration alone.
 */
const FORMS_WITHOUT_APPROVAL: ReadonlySet<string> = new Set(["A1", "A2", "A3"]);
const APPROVAL_STAGES: ReadonlySet<GroupStage> = new Set(["FOUNDING", "APPLICATION", "APPROVAL"]);

/** The stages a group of this form passes, in order. */
export function stagesOf(form: string): readonly GroupStage[] {
  if (!FORMS_WITHOUT_APPROVAL.has(form)) return GROUP_STAGES;
  return GROUP_STAGES.filter((stage) => !APPROVAL_STAGES.has(stage));
}

/** The stage after `stage` on the way of this form; undefined at its end. */
export function nextStageOf(form: string, stage: GroupStage): GroupStage | undefined {
  const after = GROUP_STAGES.slice(GROUP_STAGES.indexOf(stage) + 1);
  return after.find((later) => stagesOf(form).includes(later));
}
