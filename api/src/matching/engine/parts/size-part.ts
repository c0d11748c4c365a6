import { sizePoints } from "../../components/group-size.ts";
import type { WeighedPart } from "../part.ts";

const nothing = () => undefined;

/** group-size: only the number of members counts. */
export function sizePart(weight: number): WeighedPart {
  return {
    weight,
    most: () => 1000,
    lay: nothing,
    add: nothing,
    remove: nothing,
    low: ({ size }) => sizePoints(size),
    weigh: ({ size }, open, worth) => {
      const points = weight * sizePoints(size + 1);
      for (let place = 0; place < open.count; place += 1) {
        const slot = open.slots[place] as number;
        worth[slot] = (worth[slot] as number) + points;
      }
    },
  };
}
