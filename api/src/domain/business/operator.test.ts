import { describe, expect, it } from "vitest";
import { keptAfter, onlyEntry, readCsvText, shippedListContext } from "../../../test/list-reading.ts";
import { planImport } from "./compare.ts";
import { CHAIN_PLACES_MIN } from "./set-aside.ts";

const REGISTER = "施設名,許可業種,所在地,営業者名";

async function entriesOf(...lines: readonly string[]) {
  return (await readCsvText(`${lines.join("\n")}\n`)).entries;
}

describe("a register that names who runs its premises", () => {
  it("makes one business of a corporation's rows, with a place for each premises and the licences of all", async () => {
    const [business, ...others] = await entriesOf(
      REGISTER,
      "うどん一番 南店,飲食店営業,高松市番町1-1,株式会社讃岐",
      "うどん一番 北店,飲食店営業,高松市番町2-2,（株）讃岐",
      "うどん一番 北店,菓子製造業,高松市番町2-2,㈱ 讃岐",
    );
    expect(others).toEqual([]);
    expect(business).toMatchObject({ name: "株式会社讃岐", rows: [2, 3, 4], facts: { kind: "stock-company" } });
    expect(business?.facts.places).toMatchObject([
      { name: "うどん一番 南店", address: "高松市番町1-1", municipality: "37201", licences: ["food-restaurant"] },
      { name: "うどん一番 北店", licences: ["food-confectionery", "food-restaurant"] },
    ]);
    expect(business?.facts.licences?.map(({ kind }) => kind)).toEqual(["food-restaurant", "food-confectionery"]);
  });

  it("keeps a person's premises a business of its own, with the person as representative", async () => {
    const entries = await entriesOf(
      REGISTER,
      "喫茶こもれび,飲食店営業,高松市番町1-1,山田　太郎",
      "喫茶ひなた,飲食店営業,高松市番町2-2,山田　太郎",
    );
    expect(entries).toMatchObject([
      { name: "喫茶こもれび", facts: { representative: "山田　太郎", kind: "individual" } },
      { name: "喫茶ひなた", facts: { representative: "山田　太郎", kind: "individual" } },
    ]);
  });

  it("says nothing of the kind of those whose operator it left blank, and tells how many", async () => {
    const reading = await readCsvText("施設名,営業者名,営業者区分\n喫茶こもれび,,個人\n食堂,株式会社讃岐,法人\n");
    expect(reading.entries[0]?.facts.kind).toBeUndefined();
    expect(reading.problems).toMatchObject([
      { code: "OPERATORS_JOINED", rows: 1, businesses: 1 },
      { code: "OPERATOR_BLANK", rows: 1 },
    ]);
  });

  it.each(["法人名", "運営会社", "operator_corporate"])(
    "takes whatever stands below %s for a legal person",
    async (header) => {
      const [entry] = await entriesOf(`施設名,${header}`, "香川の湯,四国開発");
      expect(entry).toMatchObject({ name: "四国開発", isLegalPerson: true, facts: { places: [{ name: "香川の湯" }] } });
    },
  );

  it.each(["屋号", "店名", "施設名", "事業所名"])(
    "tells the company from its premises where 会社名 stands beside %s",
    async (header) => {
      const entries = await entriesOf(`会社名,${header}`, "株式会社讃岐,一番", "株式会社讃岐,二番", ",三番");
      expect(entries.map(({ name, rows }) => [name, rows])).toEqual([
        ["株式会社讃岐", [2, 3]],
        ["三番", [4]],
      ]);
    },
  );

  it("takes the operator for the name where premises have none", async () => {
    expect(onlyEntry(await readCsvText("営業者名,所在地\n山田太郎,高松市番町\n"))).toMatchObject({ name: "山田太郎" });
    expect(onlyEntry(await readCsvText("施設名,営業者名\n,株式会社讃岐\n"))).toMatchObject({ name: "株式会社讃岐" });
  });

  it("keeps rows of one operator apart where the federation gave them different keys", async () => {
    const entries = await entriesOf("管理番号,屋号,法人名", "1,一番,株式会社讃岐", "2,二番,株式会社讃岐");
    expect(entries.map(({ externalId }) => externalId)).toEqual(["1", "2"]);
  });

  it("takes a row without operator for a place of the legal person whose name and address it bears", async () => {
    const entry = onlyEntry(
      await readCsvText(`${REGISTER}\n本店,飲食店営業,高松市番町1-1,㈱讃岐\n株式会社讃岐,菓子製造業,高松市番町1-1,\n`),
    );
    expect(entry.facts.places?.map(({ name }) => name)).toEqual(["本店", "株式会社讃岐"]);
  });
});

describe("the main place of a legal person", () => {
  const addressOf = async (...rows: readonly string[]) => (await entriesOf(REGISTER, ...rows))[0]?.facts.address;

  it("is the head office where one is told", async () => {
    const rows = [
      "A店,飲食店営業,高松市一町1,㈱讃岐",
      "A店,菓子製造業,高松市一町1,㈱讃岐",
      "讃岐本社,飲食店営業,高松市二町2,㈱讃岐",
    ];
    expect(await addressOf(...rows)).toBe("高松市二町2");
    expect(await addressOf(...rows.map((row) => row.replace("讃岐本社", "株式会社讃岐")))).toBe("高松市二町2");
  });

  it("else the one with most licences, else the first", async () => {
    const rows = ["A店,飲食店営業,高松市一町1,㈱讃岐", "B店,飲食店営業,高松市二町2,㈱讃岐"];
    expect(await addressOf(...rows)).toBe("高松市一町1");
    expect(await addressOf(...rows, "B店,菓子製造業,高松市二町2,㈱讃岐")).toBe("高松市二町2");
  });

  it("is not where a stall may stand anywhere in a city, whatever it is called", async () => {
    const rows = ["株式会社讃岐,飲食店営業,高松市一円,㈱讃岐", "B店,飲食店営業,高松市二町2,㈱讃岐"];
    expect(await addressOf(...rows)).toBe("高松市二町2");
  });
});

describe("a legal person that is kept", () => {
  it("is found again by any of its places, whatever its main one is now", async () => {
    const first = await readCsvText(`${REGISTER}\nA店,飲食店営業,高松市一,㈱讃岐\nB店,飲食店営業,高松市二,㈱讃岐\n`);
    const kept = keptAfter([], planImport([], first));
    const second = await readCsvText(`${REGISTER}\nC本店,飲食店営業,高松市三,㈱讃岐\nB店,飲食店営業,高松市二,㈱讃岐\n`);
    expect(planImport(kept, second)).toMatchObject({ new: 0, changed: 2 });
  });
});

describe("rows that are set aside", () => {
  const shops = (count: number) =>
    Array.from({ length: count }, (_, index) => `店${index},飲食店営業,高松市番町${index}-1,株式会社大手`).join("\n");

  it("are those of a legal person with very many places, and no fewer", async () => {
    const under = await readCsvText(`${REGISTER}\n${shops(CHAIN_PLACES_MIN - 1)}\n`);
    expect([under.entries.length, under.setAside]).toEqual([1, []]);
    const chain = await readCsvText(`${REGISTER}\n${shops(CHAIN_PLACES_MIN)}\n`);
    expect(chain.entries).toEqual([]);
    expect(chain.setAside).toMatchObject([{ reason: "CHAIN", entry: { name: "株式会社大手" }, isTaken: false }]);
    expect(planImport([], chain)).toMatchObject({ new: 0, setAside: CHAIN_PLACES_MIN });
  });

  it("are licences of vending machines, while their operator's other rows are taken", async () => {
    const reading = await readCsvText(
      `${REGISTER}\n駅前,調理の機能を有する自動販売機,高松市一,㈱讃岐\n食堂,飲食店営業,高松市二,㈱讃岐\n`,
    );
    expect(reading.entries).toMatchObject([{ rows: [3], facts: { places: [{ name: "食堂" }] } }]);
    expect(reading.setAside).toMatchObject([{ reason: "VENDING_MACHINE", entry: { rows: [2] } }]);
  });

  it("are taken where they are asked for", async () => {
    const text = `${REGISTER}\n${shops(CHAIN_PLACES_MIN)}\n駅前,調理の機能を有する自動販売機,高松市一,㈱讃岐\n`;
    const left = await readCsvText(text);
    for (const broughtBack of ["all" as const, left.setAside.map(({ key }) => key)]) {
      const back = await readCsvText(text, { ...shippedListContext(), broughtBack });
      expect(back.entries.map(({ name }) => name).sort()).toEqual(["㈱讃岐", "株式会社大手"].sort());
      expect(planImport([], back)).toMatchObject({ new: CHAIN_PLACES_MIN + 1, setAside: 0 });
    }
  });

  it("are not a chain's that is kept already: the list goes on speaking of it", async () => {
    const text = `${REGISTER}\n${shops(CHAIN_PLACES_MIN)}\n`;
    const back = await readCsvText(text, { ...shippedListContext(), broughtBack: "all" });
    const kept = keptAfter([], planImport([], back));
    expect(planImport(kept, await readCsvText(text))).toMatchObject({ unchanged: CHAIN_PLACES_MIN, setAside: 0 });
  });
});
