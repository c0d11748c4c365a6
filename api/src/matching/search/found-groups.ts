import { analyse, type Analysis } from "../analysis.ts";
import type { Group } from "../member.ts";
import type { Question } from "../question.ts";
import { compareRank } from "../rank.ts";
import { isLawful } from "../rule-registry.ts";

/** A group a search came upon: candidates in order, and the lower bound kept while searching. */
interface Found {
  readonly candidates: readonly number[];
  readonly lower: number;
}

/** The groups a search came upon, each once. */
export class FoundGroups {
  private readonly byKey = new Map<string, Found>();

  /** How many different groups. */
  get size(): number {
    return this.byKey.size;
  }

  /** Keeps a group. */
  keep(candidates: Int32Array, lower: number): void {
    const sorted = [...candidates].sort((a, b) => a - b);
    this.byKey.set(sorted.join(), { candidates: sorted, lower });
  }

  /** The lawful ones in rank order, analysed as they are asked for. */
  *inOrder(members: Group, question: Question): Generator<Analysis> {
    const found = [...this.byKey.values()].sort((a, b) => b.lower - a.lower);
    for (let from = 0; from < found.length;) {
      const { lower } = found[from] as Found;
      let to = from;
      while (found[to]?.lower === lower) to += 1;
      const alike = found.slice(from, to).map((group) => analysisOf(group, members, question));
      yield* alike.filter(({ rules }) => isLawful(rules)).sort(compareRank);
      from = to;
    }
  }
}

function analysisOf({ candidates, lower }: Found, members: Group, question: Question): Analysis {
  const analysis = analyse(
    candidates.flatMap((candidate) => members[candidate] ?? []),
    question,
  );
  if (analysis.lower !== lower) {
    throw new Error(
      `The search gave ${analysis.members.join()} ${lower}, the analysis ${analysis.lower}. Maybe a running component is wrong?`,
    );
  }
  return analysis;
}
