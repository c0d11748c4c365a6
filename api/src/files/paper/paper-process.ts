import type { Paper } from "#words/paper.ts";
import { openPdfSetter } from "./paper-pdf.ts";

/** What the process is told: sheets to set as one PDF. */
export interface PaperOrder {
  readonly papers: readonly Paper[];
}

/** What the process answers. */
export type PaperAnswer = { readonly pdf: Uint8Array } | { readonly fault: string };

const setter = openPdfSetter();

function answerTo({ papers }: PaperOrder): PaperAnswer {
  try {
    return { pdf: setter.set(papers) };
  } catch (fault) {
    // Typst says what is wrong in a field of its own, which would not reach the other process.
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
    return { fault: `${String(fault)} ${code}` };
  }
}

process.on("message", (order: PaperOrder) => process.send?.(answerTo(order)));
