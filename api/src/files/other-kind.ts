/** What a file is that was given a table's name. */
export type OtherKind = "word" | "powerpoint" | "picture" | "pdf";

/** First bytes of each kind: PNG, JPEG, GIF, PDF. */
const FIRST_BYTES: readonly (readonly [OtherKind, readonly number[]])[] = [
  ["picture", [0x89, 0x50, 0x4e, 0x47]],
  ["picture", [0xff, 0xd8, 0xff]],
  ["picture", [0x47, 0x49, 0x46, 0x38]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
];
/** Names of parts that tell what an Office file is. */
const PARTS: readonly (readonly [OtherKind, string])[] = [
  ["word", "word/document.xml"],
  ["powerpoint", "ppt/presentation.xml"],
];
/** A workbook may carry documents inside it. */
const WORKBOOK_PART = "xl/workbook";

/** What a file is that cannot be a table, as far as its bytes tell. */
export function otherKindOf(bytes: Uint8Array): OtherKind | undefined {
  const first = FIRST_BYTES.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (first !== undefined) return first[0];
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined;
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (archive.includes(WORKBOOK_PART)) return undefined;
  return PARTS.find(([, part]) => archive.includes(part))?.[0];
}
