import { encode } from "uqr";

/** A QR code as one path of squares, for an SVG of `size` units a side. */
export interface QrPicture {
  readonly size: number;
  readonly path: string;
}

/** The QR code of an address, with the white margin of four squares that readers need. */
export function qrPicture(text: string): QrPicture {
  const { size, data } = encode(text, { ecc: "M", border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: squares.join("") };
}
