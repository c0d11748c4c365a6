import { analyse } from "../../../api/src/matching/analysis.ts";
import { memberOf } from "../../../api/src/matching/member.ts";
import { isLawful } from "../../../api/src/matching/rule-registry.ts";
import { distanceDam } from "../../../api/src/domain/place.ts";
import { ask, terms } from "../../../api/test/questions.ts";
import { drawFrom } from "../../../api/test/random-snapshot.ts";
import type { SnapshotBusiness } from "../../../api/src/matching/snapshot.ts";
import { regionOf } from "../region.ts";
import { EngineUnderTest } from "./engine-under-test.ts";
import type { Chapter } from "./figures.ts";
import { PREFECTURE } from "./populations.ts";
import { percentile, spreadOf } from "./repeated.ts";

const question = ask("COOPERATIVE");

const { withinDam } = terms.purposes.COOPERATIVE;

/** What a planted group is worth itself; undefined where no search could propose it. */
function worthOf(businesses: readonly SnapshotBusiness[]): number | undefined {
  const members = businesses.map(memberOf);
  const { lower, rules } = analyse(members, question);
  const areNear = members.every(({ place: a }) =>
    members.every(({ place: b }) => a !== undefined && b !== undefined && distanceDam(a, b) <= withinDam),
  );
  return areNear && isLawful(rules) ? lower : undefined;
}

/** Row 8: groups hidden in the region, looked for from each of their members. */
export const planted: Chapter = {
  name: "planted",
  isLong: false,
  isTimed: false,
  async measure() {
    const region = regionOf(PREFECTURE);
    const around = new EngineUnderTest(region.businesses).aroundOne(question, {});
    const byId = new Map(region.businesses.map((business) => [business.id, business]));
    const groups = region.planted.map((ids) => ({ ids, worth: worthOf(ids.flatMap((id) => byId.get(id) ?? [])) }));
    const lawful = groups.filter(({ worth }) => worth !== undefined);
    let [found, asked] = [0, 0];
    for (const { ids, worth = 0 } of lawful) {
      const reached = ids.map(around);
      asked += ids.length;
      if (reached.every((lower) => lower >= worth)) found += 1;
      else console.log(`  missed: ${ids.join()} ${worth}, reached ${reached.join()}`);
    }
    const share = `${((100 * found) / lawful.length).toFixed(0)} %`;
    const spread = `${found} of ${lawful.length} lawful of ${groups.length} planted, from every one of ${asked} members`;
    return [{ id: "8", measured: share, spread }];
  },
};

/** Businesses asked about in one round, and rounds. */
const SEEDS = { asked: 1_000, rounds: 5, warmUp: 1_000 } as const;

/** Row 11: one business and its best group. */
export const oneSeed: Chapter = {
  name: "seed",
  isLong: false,
  isTimed: true,
  async measure() {
    const { businesses } = regionOf(PREFECTURE);
    const around = new EngineUnderTest(businesses).aroundOne(question, {});
    const draw = drawFrom(11);
    const one = () => businesses[draw(businesses.length)]?.id ?? "";
    for (let at = 0; at < SEEDS.warmUp; at += 1) around(one());
    const rounds = Array.from({ length: SEEDS.rounds }, () =>
      Array.from({ length: SEEDS.asked }, () => {
        const id = one();
        const begun = performance.now();
        around(id);
        return performance.now() - begun;
      }),
    );
    const { least, median, most } = spreadOf(rounds.map((times) => percentile(times, 0.99)));
    const usual = percentile(rounds.flat(), 0.5);
    const ms = (value: number) => `${value.toFixed(2)} ms`;
    const spread = `${ms(least)}–${ms(most)}, ${SEEDS.rounds} rounds of ${SEEDS.asked} businesses; p50 ${ms(usual)}`;
    return [{ id: "11", measured: ms(median), spread }];
  },
};
