import { PURPOSES, type Purpose } from "../../api/src/domain/purpose.ts";
import { openMatchingBench } from "../../api/src/jobs/matching-bench.ts";
import { layoutOf } from "../../api/src/matching/columns/layout-writer.ts";
import { ask } from "../../api/test/questions.ts";
import { drawFrom } from "../../api/test/random-snapshot.ts";
import { regionOf } from "./region.ts";
import { spreadOf } from "./table/repeated.ts";

type Note = (what: string, value: string) => void;

/** A large prefecture. */
const BUSINESSES = 60_000;

/** Businesses asked about for each purpose, and before that to warm up. */
const [ASKED, WARM_UP] = [40, 10];

/**
 * What it takes to find the groups one business can be in, from the question to the answer, in the thread where an
 * installation looks for them: businesses lie ready in columns, everything else is prepared for each question.
 */
export async function measureAround(note: Note): Promise<void> {
  const { businesses } = regionOf({ businesses: BUSINESSES, seed: 1 });
  const layout = layoutOf(businesses);
  const mark = { businesses: BUSINESSES, hash: "" };
  const bench = openMatchingBench(1);
  const draw = drawFrom(12);
  const look = async (purpose: Purpose): Promise<number> => {
    const { terms, law } = ask(purpose);
    const businessId = businesses[draw(BUSINESSES)]?.id ?? "";
    const begun = performance.now();
    await bench.groupsAround({ layout, mark, question: { purpose, terms, law }, wishes: {}, businessId });
    return performance.now() - begun;
  };
  const times = async (purpose: Purpose, count: number) => {
    const taken: number[] = [];
    for (let at = 0; at < count; at += 1) taken.push(await look(purpose));
    return taken;
  };
  try {
    for (const purpose of PURPOSES) {
      await times(purpose, WARM_UP);
      const { least, median, most } = spreadOf(await times(purpose, ASKED));
      const ms = (value: number) => `${value.toFixed(0)} ms`;
      note(
        `groups around one of ${BUSINESSES} businesses, ${purpose}`,
        `median ${ms(median)}, ${ms(least)} to ${ms(most)}`,
      );
    }
  } finally {
    await bench.close();
  }
}
