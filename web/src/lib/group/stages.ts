import type { GroupStage } from "@musubi/schema/operations";

export interface StageTerm {
  readonly code: string;
  readonly name: string;
  readonly description?: string | null;
}

/** How a move looks from where the group stands: on to the next stage, past some, back, or nowhere. */
export type MoveKind = "next" | "skip" | "back" | "same";

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
