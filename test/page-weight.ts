import { gzipSync } from "node:zlib";

/** Most a page's scripts may weigh, compressed: a phone on a slow line loads them within a few seconds. */
export const PAGE_SCRIPT_BYTES_MAX = 150_000;

const SCRIPT = /["'(](\.{0,2}\/[^"'()\s]*?_app\/[^"'()\s]+?\.js)["')]/g;
const STATIC_IMPORT = /\b(?:from|import)\s*["'](\.[^"']+\.js)["']/g;

/** Bytes of all scripts a page loads before anything is clicked, each compressed by gzip. */
export async function pageScriptBytes(url: string, path: string, cookie: string): Promise<number> {
  const page = await fetch(`${url}${path}`, { headers: { cookie } });
  const base = page.url;
  const html = await page.text();
  const waiting = [...html.matchAll(SCRIPT)].map(([, file]) => new URL(file ?? "", base).href);
  const weights = new Map<string, number>();
  for (let script = waiting.pop(); script !== undefined; script = waiting.pop()) {
    if (weights.has(script)) continue;
    const text = await (await fetch(script)).text();
    weights.set(script, gzipSync(text).length);
    for (const [, file] of text.matchAll(STATIC_IMPORT)) waiting.push(new URL(file ?? "", script).href);
  }
  return [...weights.values()].reduce((sum, bytes) => sum + bytes, 0);
}
