import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
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
  { readonly names: readonly string[] } | { readonly refused: "broken" | "too many parts" | "too large" | "stopped" };

/** Sees each piece of a part as it is unpacked; false stops the reading of the archive. */
export type PieceWatch = (part: string, piece: Uint8Array) => boolean;

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
 * can lie, each part is then unpacked once, piece by piece, with the size it claims as the limit.
 */
export async function judgeZip(bytes: Uint8Array, watch: PieceWatch = () => true): Promise<ZipVerdict> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(archive);
  if (end === undefined) return { refused: "broken" };
  const count = archive.readUInt16LE(end + 10);
  if (count > ZIP_ENTRIES_MAX) return { refused: "too many parts" };
  const entries = readDirectory(archive, { count, at: archive.readUInt32LE(end + 16) });
  if (entries === undefined) return { refused: "broken" };
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpacked > UNPACKED_MEGABYTES_MAX * BYTES_PER_MEGABYTE) return { refused: "too large" };
  for (const entry of entries) {
    const refused = await refusalOf(entry, archive, watch);
    if (refused !== undefined) return { refused };
  }
  return { names: entries.map(({ name }) => name) };
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

/** Size of the pieces a part is unpacked in. */
const PIECE_BYTES = 256 * 1024;

/** Refuses a part that does not unpack to the size the directory claims, or that the watch has seen enough of. */
async function refusalOf(
  entry: ZipEntry,
  archive: Buffer,
  watch: PieceWatch,
): Promise<"broken" | "stopped" | undefined> {
  const packed = packedPart(archive, entry);
  if (packed === undefined) return "broken";
  let seenBytes = 0;
  try {
    for await (const piece of piecesOf(packed, entry)) {
      seenBytes += piece.length;
      if (seenBytes > entry.unpackedBytes) return "broken";
      if (!watch(entry.name, piece)) return "stopped";
    }
  } catch {
    return "broken"; // cut short or corrupt: the same to us, the archive cannot be trusted
  }
  return seenBytes === entry.unpackedBytes ? undefined : "broken";
}

function packedPart(archive: Buffer, { at, method, packedBytes }: ZipEntry): Buffer | undefined {
  if (method !== STORED && method !== DEFLATED) return undefined;
  if (at + LOCAL_BYTES > archive.length || archive.readUInt32LE(at) !== LOCAL_HEADER) return undefined;
  const start = at + LOCAL_BYTES + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  return start + packedBytes > archive.length ? undefined : archive.subarray(start, start + packedBytes);
}

function piecesOf(packed: Buffer, { method }: ZipEntry): AsyncIterable<Buffer> {
  if (method === STORED) return Readable.from([packed]);
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES });
  inflate.end(packed);
  return inflate;
}
