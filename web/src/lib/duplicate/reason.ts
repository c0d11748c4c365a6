/** One thing two businesses agree in, nearly agree in, or contradict each other in. */
export interface ComparedReason {
  readonly agreement: string;
  readonly text: string;
}

/** Sure enough to act on is green, worth a look amber. */
export function surenessTone(sureness: string): "green" | "amber" {
  return sureness === "POSSIBLE" ? "amber" : "green";
}
