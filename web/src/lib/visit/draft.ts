/** What a form holds, field by field; a field may have several values. */
export type Draft = Readonly<Record<string, readonly string[]>>;

/** Days after which a draft nobody came back to is forgotten: it is about persons, on a machine others may use. */
export const DRAFT_DAYS_MAX = 7;
const DAY_MS = 86_400_000;

interface Kept {
  readonly at: number;
  readonly fields: Draft;
}

/** Fields that belong to one showing of the form and are never brought back. */
const NOT_KEPT = ["version"];

/** A draft as it is kept in the browser. */
export function draftText(entries: Iterable<readonly [string, unknown]>, now: number): string {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of entries) {
    if (typeof value === "string" && !NOT_KEPT.includes(name)) (fields[name] ??= []).push(value);
  }
  return JSON.stringify({ at: now, fields } satisfies Kept);
}

/** A kept draft, or nothing where there is none, it is broken, or too old. */
export function draftOf(text: string | null, now: number): Draft | null {
  try {
    const kept = JSON.parse(text ?? "null") as Partial<Kept> | null;
    if (typeof kept?.at !== "number" || typeof kept.fields !== "object") return null;
    return now - kept.at > DRAFT_DAYS_MAX * DAY_MS ? null : kept.fields;
  } catch {
    return null;
  }
}

/** Whether a field `fact.part` of a draft answers what the form still shows of that fact: else somebody changed it since. */
export function isStillAnswer(draft: Draft, name: string, shown: string | undefined): boolean {
  const before = draft[`${name.split(".")[0]}.was`]?.[0];
  return (
    before === undefined || shown === undefined || before.replace(/\r\n?/g, "\n") === shown.replace(/\r\n?/g, "\n")
  );
}

/** Where the drafts of one person stand; signing out clears them all. */
export const DRAFT_PREFIX = "musubi-draft:";

/** Forgets every draft of this browser. */
export function forgetDrafts(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(DRAFT_PREFIX)) storage.removeItem(key);
}
