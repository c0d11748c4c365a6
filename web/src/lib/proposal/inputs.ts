import type { ShownComponent, ShownInput } from "./proposal.ts";

/** How far a fact can be relied on: said and holding, only worked out, said too long ago, or not known. */
export type InputTrust = "SURE" | "ESTIMATE" | "STALE" | "UNKNOWN";

export function trustOf({ fact, isEstimate }: ShownInput): InputTrust {
  if (fact.status === "STALE" || fact.status === "UNKNOWN") return fact.status;
  return isEstimate ? "ESTIMATE" : "SURE";
}

/** The facts of all components that can be relied on only so far, each once, by what they are about. */
export function inputsOf(
  components: readonly ShownComponent[],
  trust: InputTrust,
): readonly { readonly name: string; readonly businesses: readonly string[] }[] {
  const inputs = components.flatMap((component) => component.inputs ?? []).filter((input) => trustOf(input) === trust);
  const byFact = [...Map.groupBy(inputs, ({ fact }) => fact.key).values()];
  return byFact.map((same) => ({
    name: same[0]?.fact.name ?? "",
    businesses: [...new Map(same.map(({ business }) => [business.id, business.name])).values()],
  }));
}
