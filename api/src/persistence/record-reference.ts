import type pg from "pg";
import type { DataSetId } from "#domain/reference-data.ts";

interface ReferenceTable {
  readonly name: string;
  /** Types of the columns by name. */
  readonly columns: Readonly<Record<string, string>>;
  /** Which of the table's rows are this data set's. */
  readonly own: string;
}

const POINT = { lat: "double precision", lon: "double precision" };

const INDUSTRIES = {
  revision: "smallint",
  code: "text",
  name: "text",
  english: "text",
  examples: "jsonb",
  phrases: "jsonb",
};

const TABLE_OF: Readonly<Record<DataSetId, ReferenceTable>> = {
  "industries-14": { name: "reference_industry", columns: INDUSTRIES, own: "revision = 14" },
  "industries-13": { name: "reference_industry", columns: INDUSTRIES, own: "revision = 13" },
  municipalities: {
    name: "reference_municipality",
    columns: { code: "text", name: "text", kana: "text", ...POINT },
    own: "true",
  },
  towns: {
    name: "reference_town",
    columns: { municipality: "text", name: "text", ...POINT },
    own: "true",
  },
  boundaries: { name: "reference_boundary", columns: { code: "text", name: "text", geometry: "jsonb" }, own: "true" },
  cooperatives: {
    name: "reference_cooperative",
    columns: {
      ...{ number: "text", name: "text", kana: "text", kind: "text", municipality: "text" },
      ...{ address: "text", postcode: "text", since: "date", until: "date" },
    },
    own: "true",
  },
};

/** Rows of one statement: towns of the whole country are two hundred thousand. */
const ROWS_PER_STATEMENT = 5_000;

/** Puts a data set's rows in the place of those loaded before. The caller holds the transaction. */
export async function replaceReference(client: pg.ClientBase, id: DataSetId, rows: readonly object[]): Promise<void> {
  const { name, columns, own } = TABLE_OF[id];
  const names = Object.keys(columns).join(", ");
  const typed = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  await client.query(`delete from ${name} where ${own}`);
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const batch = JSON.stringify(rows.slice(start, start + ROWS_PER_STATEMENT));
    await client.query(
      `insert into ${name} (${names}) select ${names} from jsonb_to_recordset($1) as row (${typed.join(", ")})`,
      [batch],
    );
  }
}
