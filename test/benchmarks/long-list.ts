import { serveInstallation } from "../served-installation.ts";
import { signedInCoordinator } from "../signed-in.ts";
import { untilWritten } from "../written-list.ts";
import { peakMegabytes } from "./process-memory.ts";

/** Rows of the list: twice the largest register at hand. */
const ROWS = 20_000;

const PREVIEW = `mutation ($contentBase64: String!) { importBusinesses(input: { fileName: "list.csv", contentBase64: $contentBase64 }) {
  businessImport { id encoding newCount } problems { message } } }`;
const UNDO = `mutation ($id: ID!) { undoImport(input: { importId: $id }) { problems { message } } }`;

interface Previewed {
  readonly importBusinesses: {
    readonly businessImport: { readonly id: string; readonly encoding: string; readonly newCount: number };
  };
}

interface Undone {
  readonly undoImport: { readonly problems: readonly object[] };
}

/** A list of 20,000 rows in CP932 on an installation of its own: previewed, taken, taken back, and the memory of it. */
export async function measureLongList(note: (what: string, value: string) => void): Promise<void> {
  const served = await serveInstallation({ MUSUBI_DEMO: "0" });
  try {
    const ask = await signedInCoordinator(served, "37");
    const contentBase64 = cp932(generatedText()).toString("base64");
    const previewed = await ask<Previewed>(PREVIEW, { contentBase64 });
    const { id, encoding, newCount } = previewed.data.importBusinesses.businessImport;
    if (encoding !== "CP932" || newCount !== ROWS) throw new Error(`Read as ${encoding}, ${newCount} new rows`);
    const peakReading = peakMegabytes(served.pid);
    const asked = performance.now();
    await untilWritten(ask, id);
    const writtenMs = performance.now() - asked;
    const peak = peakMegabytes(served.pid);
    const undone = await ask<Undone>(UNDO, { id });
    if (undone.data.undoImport.problems.length > 0) throw new Error("The list was not taken back");
    const what = `list of ${ROWS} rows in CP932`;
    const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
    note(`${what}: preview (at most 5 s)`, seconds(previewed.ms));
    note(`${what}: write (at most 30 s)`, seconds(writtenMs));
    note(`${what}: undo`, seconds(undone.ms));
    note(`${what}: memory of the server at most, until the preview (500 MB)`, `${peakReading} MB`);
    note(`${what}: memory of the server at most, until it is written (500 MB)`, `${peak} MB`);
  } finally {
    await served.stop();
  }
}

/** Trades and towns are few, names and addresses all different, as in a register. */
function generatedText(): string {
  const trades = ["うどん店", "菓子製造業", "美容業", "金属加工業"];
  const towns = ["高松市番町", "丸亀市大手町", "坂出市京町", "観音寺市坂本町"];
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const place = `${towns[index % towns.length]}${(index % 90) + 1}-${index}`;
    const size = `${(index % 40) + 1},${(index % 90) + 10}万円`;
    return `K${index},試し屋${index},${place},${trades[index % trades.length]},${size},人手不足`;
  });
  return `管理番号,事業者名,所在地,業種,従業員数,資本金,課題\r\n${lines.join("\r\n")}\r\n`;
}

/** Text as Shift_JIS, by the runtime's own decoder read backwards. */
function cp932(text: string): Buffer {
  const decoder = new TextDecoder("shift_jis");
  const codes = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfc; high += 1) {
    for (let low = 0x40; low <= 0xfc; low += 1) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Buffer.from([...text].flatMap((sign) => (sign <= "~" ? [sign.charCodeAt(0)] : (codes.get(sign) ?? [0x3f]))));
}
