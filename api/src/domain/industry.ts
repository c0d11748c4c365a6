/** First division (two digits) of each JSIC section from A to T, revision 14; a section reaches to the next one's first. */
const SECTION_FIRST_DIVISION = [
  ["A", 1],
  ["B", 3],
  ["C", 5],
  ["D", 6],
  ["E", 9],
  ["F", 33],
  ["G", 37],
  ["H", 42],
  ["I", 50],
  ["J", 62],
  ["K", 68],
  ["L", 71],
  ["M", 75],
  ["N", 78],
  ["O", 81],
  ["P", 83],
  ["Q", 86],
  ["R", 88],
  ["S", 97],
  ["T", 99],
] as const;

/** By division, 0 to 99: sections are asked for by every analysis. */
const SECTION_OF_DIVISION = Array.from(
  { length: 100 },
  (_, division) => SECTION_FIRST_DIVISION.findLast(([, first]) => first <= division)?.[0],
);

/** Section letter of a JSIC code (a letter, or 2 to 4 digits), or undefined where the code is neither. */
export function sectionOf(industry: string): string | undefined {
  if (/^[A-T]$/.test(industry)) return industry;
  if (!/^\d{2,4}$/.test(industry)) return undefined;
  return SECTION_OF_DIVISION[Number(industry.slice(0, 2))];
}

/** First and last division of a JSIC section, two digits each; undefined for what is no section letter. */
export function divisionsOf(section: string): { readonly first: string; readonly last: string } | undefined {
  const at = SECTION_FIRST_DIVISION.findIndex(([letter]) => letter === section);
  const first = SECTION_FIRST_DIVISION[at]?.[1];
  if (first === undefined) return undefined;
  const next = SECTION_FIRST_DIVISION[at + 1]?.[1] ?? 100;
  return { first: String(first).padStart(2, "0"), last: String(next - 1).padStart(2, "0") };
}

/**
 * Whether a code lies inside a class (a section letter or 2 to 4 digits): `yes`, `no`, or `maybe` where the code is
 * too short to tell, such as 69 against the class 693.
 */
export function isInside(industry: string, jsicClass: string): "yes" | "no" | "maybe" {
  const section = sectionOf(industry);
  if (section === undefined) return "maybe";
  if (/^[A-T]$/.test(jsicClass)) return section === jsicClass ? "yes" : "no";
  if (/^\d/.test(industry)) {
    if (industry.startsWith(jsicClass)) return "yes";
    return jsicClass.startsWith(industry) ? "maybe" : "no";
  }
  return sectionOf(jsicClass) === section ? "maybe" : "no";
}
