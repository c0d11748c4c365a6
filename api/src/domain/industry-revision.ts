/** Names of classes by code in both revisions of the classification; empty where they are not loaded. */
export interface RevisionNames {
  readonly thirteenth: ReadonlyMap<string, string>;
  readonly fourteenth: ReadonlyMap<string, string>;
}

/** How sure a code is after it was carried over: the `same` class, the wider `group` it lies in, or its `division` alone. */
export type CarryingSureness = "same" | "group" | "division";

/** A revision 14 code for one of revision 13, and how sure that is. */
export interface CarriedCode {
  readonly code: string;
  readonly sureness: CarryingSureness;
}

/**
 * Carries a revision 13 code (a section letter, or 2 to 4 digits) over to revision 14. It stays as it is where code and
 * name are the same in both; else the widest part of it that is: its group of three digits, else its division, which
 * all kept number and meaning. Where the classes are not loaded, only the division is known.
 */
export function fromRevision13(code: string, names: RevisionNames): CarriedCode {
  if (code.length <= 2) return { code, sureness: "same" };
  if (isSame(code, names)) return { code, sureness: "same" };
  const group = code.slice(0, 3);
  if (code.length === 4 && isSame(group, names)) return { code: group, sureness: "group" };
  return { code: code.slice(0, 2), sureness: "division" };
}

function isSame(code: string, { thirteenth, fourteenth }: RevisionNames): boolean {
  const before = thirteenth.get(code);
  const now = fourteenth.get(code);
  return before !== undefined && now !== undefined && plainName(before) === plainName(now);
}

/** Publishers write commas, brackets and numbers in either width, and small words in either way: モータ, モーター. */
function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[,、，]/g, "、")
    .replace(/(?<=[ァ-ヶ])ー(?=$|[^ァ-ヶ])/g, "")
    .replace(/\(\d{2}[^)]*\)$/, "");
}
