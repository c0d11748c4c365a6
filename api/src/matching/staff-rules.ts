import type { RuleResult } from "./rule.ts";

/** The pairs of a group that must not meet; none where it holds none. */
export function pairsIn({ rules }: { readonly rules: readonly RuleResult[] }): readonly (readonly [string, string])[] {
  return rules.flatMap((rule) => (rule.id === "never-together" ? rule.evidence.pairs : []));
}

/** An analysis without the rule of who must not meet: what is kept, handed out or printed says nothing of it. */
export function withoutPairRule<One extends { readonly rules: readonly RuleResult[] }>(analysis: One): One {
  return { ...analysis, rules: analysis.rules.filter(({ id }) => id !== "never-together") };
}
