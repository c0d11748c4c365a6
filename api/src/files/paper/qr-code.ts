import { crc32, deflateSync } from "node:zlib";
import { encode, renderSVG } from "uqr";

/** White squares around the code that readers need, and a level that bears a fold in the paper. */
const OPTIONS = { ecc: "M", border: 4 } as const;

/** Dots of the picture along one square of the code. */
const DOTS = 4;

/** An address as a QR code, as an SVG. */
export function qrSvg(address: string): string {
  return renderSVG(address, OPTIONS);
}

/** An address as a QR code, as a PNG of black and white dots: what a Word document can hold. */
export function qrPng(address: string): Buffer {
  const { size, data } = encode(address, OPTIONS);
  const dots = size * DOTS;
  const rows = data.flatMap((row) => Array<Buffer>(DOTS).fill(rowOf(row)));
  // Width, height, one bit a dot, grey, the usual compression, no filter, not interlaced.
  const head = Buffer.alloc(13);
  head.writeUInt32BE(dots, 0);
  head.writeUInt32BE(dots, 4);
  head[8] = 1;
  const body = deflateSync(Buffer.concat(rows));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", body), chunk("IEND", Buffer.alloc(0))]);
}

/** A row of dots, eight to a byte, white is 1; its first byte says that no filter was used. */
function rowOf(squares: readonly boolean[]): Buffer {
  const bits = squares.flatMap((dark) => Array<string>(DOTS).fill(dark ? "0" : "1")).join("");
  const bytes = bits.match(/.{1,8}/g) ?? [];
  return Buffer.from([0, ...bytes.map((byte) => Number.parseInt(byte.padEnd(8, "0"), 2))]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
