import encoding from "encoding-japanese";

/** How a text file is written. */
export type TextEncoding = "UTF-8" | "UTF-8 BOM" | "UTF-16LE" | "UTF-16BE" | "CP932";

/** The text of a file with its encoding, or undefined where the bytes are no text in any of the encodings. */
export function readFileText(
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: TextEncoding } | undefined {
  const [encodingFound, label, skip] = encodingOf(bytes);
  const text = decode(bytes.subarray(skip), label);
  if (text !== undefined) return isText(text) ? { text, encoding: encodingFound } : undefined;
  if (encodingFound !== "UTF-8") return undefined;
  const pairs = pairedZeros(bytes);
  if (pairs !== undefined) return unmarked(bytes, pairs === "after" ? "UTF-16LE" : "UTF-16BE");
  const shiftJis = decode(bytes, "shift_jis");
  return shiftJis !== undefined && isText(shiftJis) ? { text: shiftJis, encoding: "CP932" } : undefined;
}

function encodingOf(bytes: Uint8Array): [TextEncoding, string, number] {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return ["UTF-8 BOM", "utf-8", 3];
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ["UTF-16LE", "utf-16le", 2];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ["UTF-16BE", "utf-16be", 2];
  return ["UTF-8", "utf-8", 0];
}

/** Text in UTF-16 without its mark. */
function unmarked(bytes: Uint8Array, encodingFound: "UTF-16LE" | "UTF-16BE") {
  const text = decode(bytes, encodingFound.toLowerCase());
  return text !== undefined && isText(text) ? { text, encoding: encodingFound } : undefined;
}

/** Bytes looked at to tell UTF-16 without its mark. */
const BYTES_LOOKED_AT = 4_096;
/** Comma, tab and the two ends of a line: no list is without one of them. */
const SEPARATORS: readonly number[] = [0x2c, 0x09, 0x0a, 0x0d];

/** Where the zeros stand that UTF-16 puts beside commas and ends of lines; undefined where there are others, or none. */
function pairedZeros(bytes: Uint8Array): "before" | "after" | undefined {
  const found = { before: 0, after: 0 };
  let zeros = 0;
  for (let at = 0; at + 1 < Math.min(bytes.length, BYTES_LOOKED_AT); at += 2) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
    if (first === 0 || second === 0) zeros += 1;
    if (second === 0 && SEPARATORS.includes(first)) found.after += 1;
    if (first === 0 && SEPARATORS.includes(second)) found.before += 1;
  }
  if (zeros === 0 || bytes.length % 2 === 1) return undefined;
  if (found.after > 0 && found.before === 0) return "after";
  return found.before > 0 && found.after === 0 ? "before" : undefined;
}

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // the bytes are not of this encoding; the caller tries another or says so
  }
}

/** A NUL, or another control character that no list holds, means a binary file. */
function isText(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
}

/** Writes text as bytes; characters the encoding does not have are named, and written as 〓. */
export function writeFileText(
  text: string,
  encodingWanted: TextEncoding,
): { readonly bytes: Uint8Array; readonly unwritable: readonly string[] } {
  switch (encodingWanted) {
    case "UTF-8":
      return { bytes: Buffer.from(text, "utf8"), unwritable: [] };
    case "UTF-8 BOM":
      return { bytes: Buffer.from(`\uFEFF${text}`, "utf8"), unwritable: [] };
    case "UTF-16LE":
      return { bytes: Buffer.from(`\uFEFF${text}`, "utf16le"), unwritable: [] };
    case "UTF-16BE":
      return { bytes: Buffer.from(`\uFEFF${text}`, "utf16le").swap16(), unwritable: [] };
    case "CP932":
      return writeCp932(text);
  }
}

function writeCp932(text: string): { bytes: Uint8Array; unwritable: string[] } {
  const unwritable = [...new Set(text)].filter((character) => !isInCp932(character));
  const missing = new Set(unwritable);
  const written = [...text].map((character) => (missing.has(character) ? "〓" : character)).join("");
  return { bytes: Uint8Array.from(toCp932(written)), unwritable };
}

function toCp932(text: string): number[] {
  return encoding.convert(encoding.stringToCode(text), { to: "SJIS", from: "UNICODE" });
}

function isInCp932(character: string): boolean {
  if (character <= "\u007f") return true;
  return decode(Uint8Array.from(toCp932(character)), "shift_jis") === character;
}

/** Tells of each character whether CP932 has it; remembers what it was asked. */
export function cp932Checker(): (character: string) => boolean {
  const known = new Map<string, boolean>();
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const writable = isInCp932(character);
    known.set(character, writable);
    return writable;
  };
}
