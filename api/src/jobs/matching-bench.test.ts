import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layoutOf } from "#matching/columns/layout-writer.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import { ask } from "../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../test/random-snapshot.ts";
import { openMatchingBench, type MatchingBench } from "./matching-bench.ts";
import type { SearchTask } from "./matching-task.ts";

const mark = { businesses: 0, hash: "sha256:0" };

function taskOf(businesses: readonly SnapshotBusiness[], more: Partial<SearchTask["wishes"]> = {}): SearchTask {
  const { purpose, terms, law } = ask("COOPERATIVE");
  return { layout: layoutOf(businesses), mark, question: { purpose, terms, law }, wishes: { top: 5, ...more } };
}

const town = randomBusinesses(drawFrom(1), { size: 300, spreadDegrees: 0.2, knownOfTen: 8 });

describe("the bench where searches run", () => {
  let bench: MatchingBench;
  beforeAll(() => void (bench = openMatchingBench(2)));
  afterAll(() => bench.close());

  const search = async (task: SearchTask, hand?: Parameters<MatchingBench["search"]>[1]) => {
    const answer = await bench.search(task, hand);
    if (!answer.accepted) throw new Error(JSON.stringify(answer.problems));
    return { ...answer.change, elapsedMs: 0 };
  };

  it("answers one search after another, the same the same way, whoever else waits", async () => {
    const [one, other] = await Promise.all([search(taskOf(town)), search(taskOf([...town].reverse()))]);
    expect(one.proposals).toHaveLength(5);
    expect(other).toEqual(one);
    expect(await search(taskOf(town.slice(0, 40)))).not.toEqual(one);
  });

  it("says what is wrong with a search", async () => {
    const answer = await bench.search(taskOf(town, { top: 0 }));
    expect(answer).toEqual({ accepted: false, problems: [{ code: "BAD_TOP", top: 0 }] });
  });

  it("stops a search where it is told to, and runs the next one whole", async () => {
    expect(await search(taskOf(town), { signal: AbortSignal.abort() })).toMatchObject({ cutShort: true });
    expect(await search(taskOf(town))).toMatchObject({ cutShort: false });
  });

  it("tells whoever waits that a task failed, and does the next", async () => {
    const broken = { ...taskOf(town), layout: {} } as unknown as SearchTask;
    const failing = bench.search(broken);
    const next = search(taskOf(town));
    await expect(failing).rejects.toThrow();
    expect((await next).proposals).toHaveLength(5);
  });

  it("looks at a business, and for whom a group lacks, beside a search", async () => {
    const task = taskOf(town);
    const { proposals } = await search(task);
    const [best] = proposals;
    const group = best?.members.slice(1) ?? [];
    const [businessId = ""] = best?.members ?? [];
    const [whyNot, around, complete] = await Promise.all([
      bench.whyNot({ ...task, businessId, shown: proposals }),
      bench.groupsAround({ ...task, businessId }),
      bench.complete({ ...task, group }),
      search(task),
    ]);
    expect(whyNot).toMatchObject({ accepted: true, change: { hindrance: { kind: "none" } } });
    expect(around).toMatchObject({ accepted: true, change: { groups: [{ lower: best?.lower }, {}, {}, {}, {}] } });
    expect(complete).toMatchObject({ accepted: true, change: { group } });
  });

  it("warms up before anybody asks, answers the same, and closes in the midst of it", async () => {
    const warmed = openMatchingBench(2);
    warmed.warmUp();
    const answer = await warmed.search(taskOf(town));
    await warmed.close();
    expect(answer).toMatchObject({ accepted: true, change: { proposals: (await search(taskOf(town))).proposals } });
    const closing = openMatchingBench(2);
    closing.warmUp();
    await expect(closing.close()).resolves.toBeUndefined();
  });

  it("closes while one waits: that one is cut short", async () => {
    const closing = openMatchingBench(2);
    const [running, waiting] = [closing.search(taskOf(town)), closing.search(taskOf(town))];
    await closing.close();
    for (const answer of [await running, await waiting])
      expect(answer).toMatchObject({ accepted: true, change: { cutShort: true } });
  });
});
