import { inflateRawSync } from "node:zlib";
import { BYTES_PER_MEGABYTE, UNPACKED_MEGABYTES_MAX, ZIP_ENTRIES_MAX } from "./list-limits.ts";

/** One file packed in a zip archive, as its directory tells it. */
interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly at: number;
}

/** What the directory of an archive says, or why the archive is not opened. */
export type ZipVerdict =
  { readonly names: readonly string[] } | { readonly refused: "broken" | "too many parts" | "too large" };

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
/** Longest comment an archive may end with: the end record lies within this many bytes of the end. */
const COMMENT_BYTES_MAX = 65_535;
const STORED = 0;
const DEFLATED = 8;

/**
 * Judges a zip archive by its directory before anything opens it: number of parts and unpacked size. As a directory
 * can lie, each part is then unpacked once with the size it claims as the limit.
 */
export function judgeZip(bytes: Uint8Array): ZipVerdict {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(archive);
  if (end === undefined) return { refused: "broken" };
  const count = archive.readUInt16LE(end + 10);
  if (count > ZIP_ENTRIES_MAX) return { refused: "too many parts" };
  const entries = readDirectory(archive, { count, at: archive.readUInt32LE(end + 16) });
  if (entries === undefined) return { refused: "broken" };
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpacked > UNPACKED_MEGABYTES_MAX * BYTES_PER_MEGABYTE) return { refused: "too large" };
  return entries.every((entry) => isTrue(archive, entry))
    ? { names: entries.map(({ name }) => name) }
    : { refused: "broken" };
}

function findEnd(archive: Buffer): number | undefined {
  const lowest = Math.max(0, archive.length - END_BYTES - COMMENT_BYTES_MAX);
  for (let at = archive.length - END_BYTES; at >= lowest; at -= 1) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return undefined;
}

function readDirectory(archive: Buffer, directory: { count: number; at: number }): ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  let at = directory.at;
  for (let index = 0; index < directory.count; index += 1) {
    if (at + ENTRY_BYTES > archive.length || archive.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined;
    const nameBytes = archive.readUInt16LE(at + 28);
    entries.push({
      name: archive.toString("utf8", at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
      method: archive.readUInt16LE(at + 10),
      packedBytes: archive.readUInt32LE(at + 20),
      unpackedBytes: archive.readUInt32LE(at + 24),
      at: archive.readUInt32LE(at + 42),
    });
    at += ENTRY_BYTES + nameBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

/** Whether a part unpacks to the size the directory claims, and no further. */
function isTrue(archive: Buffer, entry: ZipEntry): boolean {
  const { at, method, packedBytes, unpackedBytes } = entry;
  if (at + LOCAL_BYTES > archive.length || archive.readUInt32LE(at) !== LOCAL_HEADER) return false;
  const start = at + LOCAL_BYTES + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  if (start + packedBytes > archive.length) return false;
  if (method === STORED) return packedBytes === unpackedBytes;
  if (method !== DEFLATED) return false;
  try {
    const packed = archive.subarray(start, start + packedBytes);
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) }).length === unpackedBytes;
  } catch {
    return false; // cut short, corrupt, or larger than it claims: the same to us, the archive cannot be trusted
  }
}
