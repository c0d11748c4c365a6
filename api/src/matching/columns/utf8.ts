/** First code points that take two, three and four bytes. */
const [TWO_BYTES, THREE_BYTES, FOUR_BYTES] = [0x80, 0x800, 0x10000];

/** Bytes of a code point as UTF-8. */
const bytesOfPoint = (point: number): number =>
  point < TWO_BYTES ? 1 : point < THREE_BYTES ? 2 : point < FOUR_BYTES ? 3 : 4;

/** Writes a text as UTF-8 from a place on; the layer has no encoder of the platform, as it imports nothing. @returns the place behind it */
export function writeUtf8(text: string, bytes: Uint8Array, from: number): number {
  let to = from;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < TWO_BYTES) {
      bytes[to] = unit;
      to += 1;
      continue;
    }
    const point = text.codePointAt(at) as number;
    if (point >= FOUR_BYTES) at += 1;
    const length = bytesOfPoint(point);
    let rest = point;
    for (let place = to + length - 1; place > to; place -= 1) {
      bytes[place] = 0x80 | (rest & 0x3f);
      rest >>>= 6;
    }
    // The first byte says by its leading ones how many there are.
    bytes[to] = ((0xf00 >> length) & 0xff) | rest;
    to += length;
  }
  return to;
}

/** Reads the text between two places of sound UTF-8. */
export function readUtf8(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to;) {
    const lead = bytes[at] as number;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    let point = length === 1 ? lead : lead & (0x7f >> length);
    for (let place = at + 1; place < at + length; place += 1) point = (point << 6) | ((bytes[place] as number) & 0x3f);
    text += String.fromCodePoint(point);
    at += length;
  }
  return text;
}
