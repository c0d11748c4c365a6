import { ask } from "../../../api/test/questions.ts";
import { regionOf } from "../region.ts";
import { EngineUnderTest } from "./engine-under-test.ts";
import type { Chapter } from "./figures.ts";
import { ORDER, PREFECTURE, topOf } from "./populations.ts";

const QUESTIONS = [
  ask("COOPERATIVE"),
  ask("SHARED_ORDERS", ORDER),
  ask("JOINT_PURCHASING"),
  ask("CROSS_INDUSTRY"),
  ask("YEAR_ROUND_WORK"),
];

/** Row 9: leaving seeds out changes nothing. */
export const pruning: Chapter = {
  name: "pruning",
  isLong: true,
  isTimed: false,
  async measure() {
    const engine = new EngineUnderTest(regionOf(PREFECTURE).businesses);
    const wishes = { top: topOf(PREFECTURE.businesses) };
    const differing = QUESTIONS.filter((question) => {
      const [pruned, unpruned] = [true, false].map((isPruned) => engine.swept(question, wishes, isPruned).join("\n"));
      return pruned !== unpruned;
    });
    const what = `${QUESTIONS.length} purposes, ${PREFECTURE.businesses} businesses, every group, member and score`;
    const names = differing.map(({ purpose }) => purpose).join(", ");
    return [{ id: "9", measured: differing.length === 0 ? "identical" : `differs: ${names}`, spread: what }];
  },
};
