import { requireAccess } from "#domain/access/decide.ts";
import type { PlainDate } from "#domain/calendar.ts";
import { foldForSearch } from "#domain/text.ts";
import { CooperativeRecord } from "#persistence/cooperative-record.ts";
import { connectionOf, pageOf, type PageRequest } from "./page.ts";
import type { ReadingContext } from "./reading-context.ts";

/** Which cooperatives are asked for. */
export interface CooperativeFilter {
  /** 5-digit municipality or 2-digit prefecture. */
  readonly area: string | null;
  /** Part of the name or its reading. */
  readonly search: string | null;
  readonly withClosed: boolean;
}

/** Registered cooperatives by name: those of a place, or those whose name holds the words. None where none are loaded. */
export async function listExistingCooperatives(ctx: ReadingContext, filter: CooperativeFilter, page: PageRequest) {
  requireAccess(ctx.viewer, "vocabulary.read");
  const found = await ctx.em.findByCursor(CooperativeRecord, {
    where: {
      ...(filter.area ? { municipality: { $like: `${filter.area.replace(/\D/g, "")}%` } } : {}),
      ...(filter.withClosed ? {} : { until: null }),
      $and: wordsOf(filter.search).map((word) => ({
        $or: [{ name: { $like: `%${word}%` } }, { kana: { $like: `%${katakana(word)}%` } }],
      })),
    },
    ...pageOf(page, ["text", "text"]),
    orderBy: { name: "asc", number: "asc" },
  });
  const labelOf = ctx.reference.labelOf(ctx.language);
  return connectionOf(
    found,
    found.items.map(({ number, name, kana, kind, municipality, address, since, until }) => ({
      ...{ corporateNumber: number, name, nameKana: kana ?? null, kindName: kind, municipality, address },
      municipalityName: labelOf("municipality", municipality),
      ...{ since: since as PlainDate, until: (until ?? null) as PlainDate | null },
    })),
  );
}

/** Words as typed; `%`, `_` and `\` stand for themselves. */
function wordsOf(search: string | null): string[] {
  const words = (search ?? "").normalize("NFKC").split(/\s+/u);
  return words.filter((word) => word !== "").map((word) => word.replace(/[\\%_]/g, "\\$&"));
}

/** Readings are registered in katakana. */
function katakana(word: string): string {
  return foldForSearch(word).replace(/[ぁ-ゖ]/g, (kana) => String.fromCodePoint(kana.codePointAt(0)! + 0x60));
}
