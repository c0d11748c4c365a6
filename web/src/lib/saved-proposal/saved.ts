/** A candidate somebody works on, as lists and notices show it. */
export interface SavedLine {
  readonly id: string;
  readonly name: string;
  readonly purposeName: string;
  readonly summary: string;
  readonly state: "SAVED" | "DISMISSED" | "STARTED" | "TAKEN_BACK";
  readonly stateName: string;
  readonly reasonName?: string | null;
  readonly reasonNote?: string | null;
  readonly discoveryId?: string | null;
  readonly rank?: number | null;
  readonly lower: number;
  readonly upper: number;
  readonly coverage: number;
  readonly bands: readonly ("STRONG" | "POSSIBLE" | "THIN")[];
  readonly bandName: string;
  readonly keptBy: string;
  readonly keptAt: string;
  readonly changedBy: string;
  readonly changedAt: string;
  readonly version: number;
  readonly viewerCanChange: boolean;
  readonly groupId?: string | null;
  readonly memberCount: number;
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly municipalityName?: string | null;
    readonly industryName?: string | null;
  }[];
}

/** A candidate of a run that somebody worked on. */
export interface CandidateMark {
  readonly rank: number;
  readonly proposal: SavedLine;
}

/** Where a candidate was found. */
export interface FoundAt {
  readonly discoveryId: string;
  readonly rank: number;
}

/** What became of the candidate at this place of a run; undefined where nobody worked on it. */
export function markOf(marks: readonly CandidateMark[], rank: number): SavedLine | undefined {
  return marks.find((mark) => mark.rank === rank)?.proposal;
}

/**
 * Candidates still to look at, and those that were dismissed, each with what became of it. One that was dismissed just
 * now stays in its place, where that can be undone.
 */
export function parted<Found extends { readonly rank?: number | null }>(
  found: readonly Found[],
  marks: readonly CandidateMark[],
  justKept: string | null = null,
): { readonly open: Found[]; readonly dismissed: { readonly found: Found; readonly mark: SavedLine }[] } {
  const open: Found[] = [];
  const dismissed: { found: Found; mark: SavedLine }[] = [];
  for (const one of found) {
    const mark = markOf(marks, one.rank ?? 0);
    if (mark?.state === "DISMISSED" && mark.id !== justKept) dismissed.push({ found: one, mark });
    else open.push(one);
  }
  return { open, dismissed };
}

/** A path with the proposal that was just worked on, for the notice that offers to undo it. */
export function withKept(path: string, id: string): string {
  return withParam(path, "kept", id);
}

/** A path that says that something was taken back. */
export function withTakenBack(path: string): string {
  return withParam(path, "takenBack", "yes");
}

function withParam(path: string, name: string, value: string): string {
  const [beforeHash = ""] = path.split("#");
  const [address = "", query = ""] = beforeHash.split("?");
  const params = new URLSearchParams(query);
  params.delete("kept");
  params.delete("takenBack");
  params.set(name, value);
  return `${address}?${params}`;
}

/** Reasons to dismiss a candidate, in the order they are offered. */
export const REASONS = ["WORKING_TOGETHER", "NOT_ON_TERMS", "BAD_TIMING", "NO_WISH", "DOES_NOT_FIT", "OTHER"] as const;
/** One of them. */
export type Reason = (typeof REASONS)[number];
