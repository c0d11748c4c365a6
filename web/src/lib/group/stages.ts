import type { GroupStage } from "@musubi/schema/operations";

export interface StageTerm {
  readonly code: string;
  readonly name: string;
  readonly description?: string | null;
}

/** How a move looks from where the group stands: on to the next stage, past some, back, or nowhere. */
export type MoveKind = "next" | "skip" | "back" | "same";

/** Problems of a move that a reason on record would answer. */
const ANSWERED_BY_REASON: readonly string[] = ["EVIDENCE_BEFORE_STAGE", "OVERRIDE_REASON_MISSING"];

/** Whether a refused move can be made all the same by giving a reason. */
export function wantsReason(problems: readonly { readonly code: string }[]): boolean {
  return problems.some(({ code }) => ANSWERED_BY_REASON.includes(code));
}

/** What a group's history says of its way, the newest first. */
export interface WayEvent {
  readonly kind: string;
  readonly fromStage?: GroupStage | null;
  readonly toStage?: GroupStage | null;
}

/** The stages the group has stood at: what was entered, without the moves that were taken back. */
export function stagesEntered(newestFirst: readonly WayEvent[]): ReadonlySet<string> {
  const moves: WayEvent[] = [];
  for (const event of newestFirst.toReversed()) {
    if (event.kind === "STAGE_UNDONE") moves.pop();
    else if (event.kind === "STAGE_ENTERED" || event.kind === "STAGE_OVERRIDDEN") moves.push(event);
  }
  return new Set(moves.flatMap(({ fromStage, toStage }) => [fromStage ?? [], toStage ?? []].flat()));
}

interface Standing {
  readonly stage: GroupStage;
  readonly nextStep: { readonly toStage?: GroupStage | null };
}

export function moveKindOf(group: Standing, toStage: GroupStage, stages: readonly StageTerm[]): MoveKind {
  if (toStage === group.stage) return "same";
  if (toStage === group.nextStep.toStage) return "next";
  const at = (code: string) => stages.findIndex((stage) => stage.code === code);
  return at(toStage) < at(group.stage) ? "back" : "skip";
}

/** The stage meant by a word in an address; null for one that is no stage. */
export function stageNamed(word: string | null, stages: readonly StageTerm[]): GroupStage | null {
  return (stages.find(({ code }) => code === word)?.code as GroupStage | undefined) ?? null;
}

export interface BoardColumn<Group> {
  readonly stage: StageTerm;
  readonly groups: Group[];
}

/** One column for every stage, empty ones too, in the order of the way. */
export function boardColumns<Group extends { readonly stage: string }>(
  groups: readonly Group[],
  stages: readonly StageTerm[],
): BoardColumn<Group>[] {
  return stages.map((stage) => ({ stage, groups: groups.filter((group) => group.stage === stage.code) }));
}

/** What is typed to move a group, kept when the move is refused. */
export interface MoveValues {
  readonly evidenceNote: string;
  readonly evidenceOn: string;
  readonly overrideReason: string;
}

export const EMPTY_MOVE: MoveValues = { evidenceNote: "", evidenceOn: "", overrideReason: "" };
