import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Paper, PaperBlock } from "#words/paper.ts";
import { placeMapSvg } from "./place-map.ts";
import { qrSvg } from "./qr-code.ts";

/** Noto Sans JP, the two weights the sheets are set in: users' machines have other fonts, or none. */
const FONTS = ["400Regular/NotoSansJP_400Regular.ttf", "700Bold/NotoSansJP_700Bold.ttf"].map((name) =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-jp/${name}`),
);

const TEMPLATE = new URL("./paper.typ", import.meta.url);

/** Sets sheets as PDF. */
export interface PdfSetter {
  /** One file of all of them, each with its own page numbers; it carries no time, so the same sheets give the same bytes. */
  set(papers: readonly Paper[]): Uint8Array;
}

/** Opens Typst with the fonts: half a second and some tens of megabytes, then some hundredths of a second a sheet. */
export function openPdfSetter(): PdfSetter {
  const compiler = NodeCompiler.create({
    workspace: fileURLToPath(new URL(".", import.meta.url)),
    fontArgs: [{ fontBlobs: FONTS.map((path) => readFileSync(path)) }],
  });
  const template = readFileSync(TEMPLATE, "utf8");
  const papersPath = fileURLToPath(new URL("./papers.json", import.meta.url));
  return {
    set(papers) {
      compiler.mapShadow(papersPath, Buffer.from(JSON.stringify(papers.map(drawn))));
      try {
        return compiler.pdf({ mainFileContent: template, resetRead: true });
      } finally {
        compiler.unmapShadow(papersPath);
        compiler.evictCache(0);
      }
    },
  };
}

/** A sheet with its pictures drawn. */
function drawn(paper: Paper): object {
  return {
    ...paper,
    code: { ...paper.code, svg: qrSvg(paper.code.address) },
    blocks: paper.blocks.map((block: PaperBlock) =>
      block.kind === "map" ? { ...block, svg: placeMapSvg(block.places) } : block,
    ),
  };
}
