/** The note of a visit as its form holds it. */
export interface TypedNote {
  readonly on: string;
  readonly channel: string;
  readonly told: string;
  readonly impression: string;
  readonly nextStep: string;
  readonly nextOn: string;
  readonly minutes: string;
}

/** An empty note of today. */
export function emptyNote(today: string): TypedNote {
  return { on: today, channel: "VISIT", told: "", impression: "", nextStep: "", nextOn: "", minutes: "" };
}

/** A kept note as its form holds it. */
export function noteTyped(visit: {
  readonly on: string;
  readonly channel: string;
  readonly told: string;
  readonly impression: string;
  readonly nextStep: string;
  readonly nextOn?: string | null;
  readonly minutes?: number | null;
}): TypedNote {
  const { on, channel, told, impression, nextStep, nextOn, minutes } = visit;
  return { on, channel, told, impression, nextStep, nextOn: nextOn ?? "", minutes: minutes ? String(minutes) : "" };
}
