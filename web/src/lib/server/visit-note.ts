import type { VisitChannel, VisitNoteInput } from "@musubi/schema/operations";
import type { TypedNote } from "#lib/visit/note.ts";
import { dayOf } from "./business-edit.ts";
import { textOf } from "./forms.ts";

const CHANNELS: readonly VisitChannel[] = ["VISIT", "OFFICE", "PHONE", "ONLINE"];

/** What was typed, to show again where it is refused. */
export function typedNote(form: FormData): TypedNote {
  const text = (name: keyof TypedNote) => textOf(form, name);
  return {
    ...{ on: text("on"), channel: text("channel"), told: text("told"), impression: text("impression") },
    ...{ nextStep: text("nextStep"), nextOn: text("nextOn"), minutes: text("minutes") },
  };
}

/** What was typed, as the api takes it. */
export function noteInput(form: FormData): VisitNoteInput {
  const note = typedNote(form);
  const minutes = Number(note.minutes);
  return {
    on: dayOf(form, "on"),
    channel: CHANNELS.find((channel) => channel === note.channel) ?? null,
    ...{ told: note.told, impression: note.impression, nextStep: note.nextStep },
    nextOn: dayOf(form, "nextOn"),
    // Whatever is no whole number the api refuses by its own rule.
    minutes: note.minutes === "" ? null : Number.isSafeInteger(minutes) ? minutes : 0,
  };
}
