import { crc32, deflateRawSync } from "node:zlib";

/** One part of an archive; `claimedBytes` is what the directory says of its size where that is not the truth. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly claimedBytes?: number;
}

/** A zip archive of these parts, deflated. */
export function zipArchive(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, claimedBytes } of parts) {
    const plain = Buffer.from(content as string);
    const packed = deflateRawSync(plain);
    const sizes = { crc: crc32(plain), packed: packed.length, plain: claimedBytes ?? plain.length };
    const file = Buffer.concat([fields([0x04034b50, 4], common(sizes, name)), Buffer.from(name), packed]);
    const tail: Field[] = [
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [at, 4],
    ];
    directory.push(fields([0x02014b50, 4], [[20, 2], ...common(sizes, name), ...tail]), Buffer.from(name));
    files.push(file);
    at += file.length;
  }
  const listed = Buffer.concat(directory);
  const count = parts.length;
  const end = fields(
    [0x06054b50, 4],
    [
      [0, 2],
      [0, 2],
      [count, 2],
      [count, 2],
      [listed.length, 4],
      [at, 4],
      [0, 2],
    ],
  );
  return Buffer.concat([...files, listed, end]);
}

type Field = readonly [value: number, bytes: 2 | 4];

function common({ crc, packed, plain }: { crc: number; packed: number; plain: number }, name: string): Field[] {
  const nameBytes = Buffer.byteLength(name);
  return [
    [20, 2],
    [0x0800, 2],
    [8, 2],
    [0, 2],
    [0, 2],
    [crc, 4],
    [packed, 4],
    [plain, 4],
    [nameBytes, 2],
    [0, 2],
  ];
}

function fields(first: Field, others: readonly Field[]): Buffer {
  return Buffer.concat(
    [first, ...others].map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes);
      if (bytes === 2) buffer.writeUInt16LE(value);
      else buffer.writeUInt32LE(value);
      return buffer;
    }),
  );
}
