import type { Purpose } from "#domain/purpose.ts";
import { analyse } from "#matching/analysis.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import type { ComponentId } from "#matching/terms.ts";
import { ask, members } from "./questions.ts";

/** One component's result for a group under a purpose that weighs it. */
export function partFor(purpose: Purpose, id: ComponentId, businesses: readonly SnapshotBusiness[]) {
  const part = analyse(members(...businesses), ask(purpose)).components.find((component) => component.id === id);
  if (part === undefined) throw new Error(`${purpose} does not weigh ${id}`);
  return part;
}

/** What a test of a component looks at: [low, high, known]. */
export function boundsFor(
  purpose: Purpose,
  id: ComponentId,
  businesses: readonly SnapshotBusiness[],
): readonly [number, number, number] {
  const { low, high, known } = partFor(purpose, id, businesses);
  return [low, high, known];
}
