import { decisionOf, type Decision } from "../decision.ts";
import type { PlainDate } from "../calendar.ts";
import { nextStageOf, stagesOf, type GroupStage } from "./stage.ts";

/** The longest note or reason, in characters: a paragraph, not a report. */
export const EVIDENCE_NOTE_MAX = 1000;

/** The least a rule needs to know of a group that is to be moved on. */
export interface AdvancingGroup {
  readonly form: string;
  readonly stage: GroupStage;
  readonly stageSince: PlainDate;
}

/** Where to, and what shows it or why all the same. */
export interface AdvanceGroupRequest {
  readonly toStage: GroupStage;
  readonly evidenceNote?: string | undefined;
  readonly evidenceOn?: PlainDate | undefined;
  readonly overrideReason?: string | undefined;
}

/** A stage was entered: by its evidence where `overrideReason` is absent, else by a recorded override. */
export interface StageEntered {
  readonly type: "StageEntered";
  readonly from: GroupStage;
  readonly to: GroupStage;
  readonly on: PlainDate;
  readonly evidenceNote?: string;
  readonly overrideReason?: string;
}

/** Why a group is not moved. */
export type AdvanceGroupProblem =
  | { readonly code: "STAGE_NOT_ON_WAY"; readonly field: "toStage"; readonly stage: GroupStage }
  | { readonly code: "STAGE_ALREADY_THERE"; readonly field: "toStage"; readonly stage: GroupStage }
  | { readonly code: "EVIDENCE_NOTE_MISSING"; readonly field: "evidenceNote"; readonly stage: GroupStage }
  | { readonly code: "EVIDENCE_DATE_MISSING"; readonly field: "evidenceOn"; readonly stage: GroupStage }
  | { readonly code: "EVIDENCE_IN_FUTURE"; readonly field: "evidenceOn"; readonly today: PlainDate }
  | { readonly code: "EVIDENCE_BEFORE_STAGE"; readonly field: "evidenceOn"; readonly since: PlainDate }
  | {
      readonly code: "OVERRIDE_REASON_MISSING";
      readonly field: "overrideReason";
      readonly next: GroupStage | undefined;
    }
  | { readonly code: "TEXT_TOO_LONG"; readonly field: "evidenceNote" | "overrideReason"; readonly max: number };

/**
 * Decides whether a group enters a stage. The next stage of its form is entered by evidence: what happened and on
 * which day. Any other stage, skipped to or gone back to, is entered only by an override with its reason, which
 * stays in the history. Reports every problem at once.
 */
export function decideAdvanceGroup(
  group: AdvancingGroup,
  request: AdvanceGroupRequest,
  { today }: { readonly today: PlainDate },
): Decision<StageEntered, AdvanceGroupProblem> {
  const evidenceNote = request.evidenceNote?.trim();
  const overrideReason = request.overrideReason?.trim();
  const override = Boolean(overrideReason);
  const problems: AdvanceGroupProblem[] = [
    ...wayProblems(group, request.toStage, override),
    ...(override || group.stage === request.toStage ? [] : evidenceProblems(group, request)),
    ...dateProblems(group, request.evidenceOn, { today, override }),
    ...lengthProblems({ evidenceNote, overrideReason }),
  ];

  return decisionOf(problems, () => ({
    type: "StageEntered",
    from: group.stage,
    to: request.toStage,
    on: request.evidenceOn ?? today,
    ...(evidenceNote ? { evidenceNote } : {}),
    ...(overrideReason ? { overrideReason } : {}),
  }));
}

function wayProblems(group: AdvancingGroup, toStage: GroupStage, override: boolean): AdvanceGroupProblem[] {
  if (toStage === group.stage) return [{ code: "STAGE_ALREADY_THERE", field: "toStage", stage: toStage }];
  if (!stagesOf(group.form).includes(toStage)) {
    return [{ code: "STAGE_NOT_ON_WAY", field: "toStage", stage: toStage }];
  }
  const next = nextStageOf(group.form, group.stage);
  return toStage === next || override ? [] : [{ code: "OVERRIDE_REASON_MISSING", field: "overrideReason", next }];
}

function evidenceProblems(group: AdvancingGroup, request: AdvanceGroupRequest): AdvanceGroupProblem[] {
  if (request.toStage !== nextStageOf(group.form, group.stage)) return [];
  const problems: AdvanceGroupProblem[] = [];
  if (!request.evidenceNote?.trim()) {
    problems.push({ code: "EVIDENCE_NOTE_MISSING", field: "evidenceNote", stage: request.toStage });
  }
  if (request.evidenceOn === undefined) {
    problems.push({ code: "EVIDENCE_DATE_MISSING", field: "evidenceOn", stage: request.toStage });
  }
  return problems;
}

function dateProblems(
  group: AdvancingGroup,
  evidenceOn: PlainDate | undefined,
  { today, override }: { readonly today: PlainDate; readonly override: boolean },
): AdvanceGroupProblem[] {
  if (evidenceOn === undefined) return [];
  if (evidenceOn > today) return [{ code: "EVIDENCE_IN_FUTURE", field: "evidenceOn", today }];
  const early = evidenceOn < group.stageSince && !override;
  return early ? [{ code: "EVIDENCE_BEFORE_STAGE", field: "evidenceOn", since: group.stageSince }] : [];
}

function lengthProblems(texts: {
  readonly evidenceNote: string | undefined;
  readonly overrideReason: string | undefined;
}): AdvanceGroupProblem[] {
  const fields = ["evidenceNote", "overrideReason"] as const;
  return fields
    .filter((field) => [...(texts[field] ?? "")].length > EVIDENCE_NOTE_MAX)
    .map((field) => ({ code: "TEXT_TOO_LONG", field, max: EVIDENCE_NOTE_MAX }));
}
