/** A number of Japan: 11 digits where it begins with 020, 050 to 090, else 10; or with its country's number. */
const NUMBER = /\+\d(?:[-() ]{0,2}\d){7,14}|0[25-9]0(?:[-() ]{0,2}\d){8}|0\d(?:[-() ]{0,2}\d){8}/;

/** What to dial for a telephone number as it is written: of several in one text the first, without what stands around it. */
export function dialHref(written: string): string {
  const plain = written.normalize("NFKC").replace(/(?<=\d)\s*[‐‑‒–—―−ー─]+\s*(?=\d)/g, "-");
  const number = NUMBER.exec(plain)?.[0] ?? plain;
  return `tel:${number.replace(/[^\d+]/g, "")}`;
}
