import { describe, expect, it } from "vitest";
import { shippedListSource } from "../../test/list-reading.ts";
import type { TableChoice } from "#domain/business/table-choice.ts";
import { readResponsesFile } from "./list-file.ts";

async function answersOf(lines: readonly string[], choice: TableChoice = {}) {
  const file = { name: "answers.csv", bytes: Buffer.from(lines.join("\n")) };
  const answer = await readResponsesFile(file, choice, shippedListSource());
  return "problems" in answer ? { responses: [], problems: answer.problems, refusedRows: [] } : answer.reading;
}

describe("the answers of a survey", () => {
  it("belong to whom key, number or name tells, on the day they were given", async () => {
    const { responses, problems } = await answersOf([
      "タイムスタンプ,管理番号,貴社名をご記入ください,問3 経営課題（複数回答可）,まとめ役の意向",
      "2026/10/05 14:03:22,A-1,,人手不足；資金繰り,2",
      "2026/10/06 9:00:00,,みどり製作所,,",
    ]);
    expect(responses).toEqual([
      {
        row: 2,
        respondent: { externalId: "A-1" },
        facts: { needs: [["K02", 1], ["K04", 1]], leader: 2 }, // prettier-ignore
        about: [],
        answeredOn: "2026-10-05",
      },
      { row: 3, respondent: { name: "みどり製作所" }, facts: {}, about: [], answeredOn: "2026-10-06" },
    ]);
    expect(problems).toEqual([]);
  });

  it("are refused where nobody is named, each in its row", async () => {
    const { responses, problems, refusedRows } = await answersOf(["管理番号,課題", "A-1,採用", ",採用"]);
    expect(responses).toHaveLength(1);
    expect(problems).toEqual([{ code: "RESPONDENT_NOT_NAMED", row: 3 }]);
    expect(refusedRows).toEqual([3]);
  });

  it("are refused as a whole where no column tells who answered", async () => {
    expect((await answersOf(["課題,強み", "採用,溶接"])).problems).toEqual([
      { code: "RESPONDENT_COLUMN_MISSING", row: 1 },
    ]);
  });
});
