import { rmSync } from "node:fs";
import { join } from "node:path";
import { actingFor } from "../../api/src/persistence/acting-for.ts";
import { openStore } from "../../api/src/persistence/database.ts";
import { appUrlOf } from "../../api/src/persistence/migrate.ts";
import { globalId } from "../../api/src/queries/global-id.ts";
import { openEmbeddedDatabase } from "../../api/src/server/embedded-database.ts";
import { generatedBusinesses } from "../../api/test/generated-businesses.ts";
import { makeKnown } from "../../api/test/known-generated.ts";
import { SPELLED_BUSINESSES } from "../../api/test/search-spellings.ts";
import { pageScriptBytes } from "../page-weight.ts";
import { dataDirectory, runMusubi, startServer } from "../served-installation.ts";
import { signedInCoordinator, type Ask } from "../signed-in.ts";
import { peakMegabytes } from "./process-memory.ts";

type Note = (what: string, value: string) => void;

/** Businesses of one federation: a large prefecture's, and those of a list that goes out. */
const BUSINESSES = 100_000;
const EXPORTED = 20_000;
/** Written in one go: a hundred megabytes of memory at most. */
const PER_WRITE = 5_000;

const FEDERATION = "37";

const ms = (value: number) => `${value.toFixed(0)} ms`;

/** The value that a share of all measured ones does not exceed. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

const spread = (values: readonly number[]) =>
  `p50 ${ms(percentile(values, 0.5))}, p95 ${ms(percentile(values, 0.95))} (${values.length} asked)`;

interface Found {
  readonly businesses: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly id: string } }[];
  };
}

const SEARCH = `query ($search: String!) { businesses(search: $search, first: 10) { totalCount edges { node { id name nameKana municipalityName } } } }`;

/** Every spelling of the written list, and what the list shows while some of them are typed letter by letter. */
async function measureSearch(ask: Ask, ids: readonly string[], note: Note): Promise<void> {
  const times: number[] = [];
  let found = 0;
  let asked = 0;
  for (const [index, { spellings }] of SPELLED_BUSINESSES.entries()) {
    const wanted = globalId("Business", ids[index] ?? "");
    for (const search of spellings) {
      const { data, ms: elapsed } = await ask<Found>(SEARCH, { search });
      times.push(elapsed);
      asked += 1;
      if (data.businesses.edges.some(({ node }) => node.id === wanted)) found += 1;
    }
  }
  note(`search of ${BUSINESSES} businesses, ${asked} spellings`, spread(times));
  note("recall@10 of the spellings", `${((100 * found) / asked).toFixed(1)} % (${found} of ${asked})`);
  const typed: number[] = [];
  for (const word of [
    "さぬきうどん",
    "髙橋建設",
    "株式会社山田",
    "高松市番町1-2",
    "やまざきけんせつ",
    "087-123",
    "うどん 高松",
  ]) {
    for (let length = 1; length <= word.length; length += 1) {
      typed.push((await ask(SEARCH, { search: word.slice(0, length) })).ms);
    }
  }
  note("search as typed, letter by letter", spread(typed));
}

const LISTS: Readonly<Record<string, string>> = {
  "list page by name": "",
  "list page by last visit": "sort: LAST_CONTACT, descending: true",
  "list page, not visited for half a year": "notVisitedMonths: 6, sort: LAST_CONTACT",
  "list page, municipality, trade and issue": `municipality: "37201", industry: "E", need: "K02", sort: KNOWN, descending: true`,
  "list page, unknown successor": `unknown: "successor"`,
  "list page, whom to ask town by town": "sort: TO_ASK",
  "list page, search with a filter": `search: "うどん", municipality: "37201"`,
};

async function measureLists(ask: Ask, note: Note): Promise<void> {
  const fields = `totalCount pageInfo { endCursor } edges { node { id name nameKana municipalityName industryName knownCount updatedAt facts(only: ["lastContact", "adviser"]) { key text } } }`;
  for (const [what, asked] of Object.entries(LISTS)) {
    const times: number[] = [];
    for (let run = 0; run < 20; run += 1)
      times.push((await ask(`{ businesses(first: 50, ${asked}) { ${fields} } }`)).ms);
    note(`${what}, 50 of ${BUSINESSES}`, spread(times));
  }
}

/** What somebody types who adds a business by hand: less and more of it. */
const TYPED: readonly Readonly<Record<string, string>>[] = [
  { name: "さくら" },
  { name: "山田建設" },
  { name: "株式会社さぬきうどん", phone: "087-811-0001" },
  { name: "やまと", nameKana: "ヤマト", phone: "087-811-0001", address: "香川県高松市番町一丁目1-1" },
  { name: "はるか製作所", corporateNumber: "1000012160153", address: "高松市紺屋町9-6" },
];

async function measureLikes(ask: Ask, note: Note): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < 10; run += 1) {
    for (const typed of TYPED) {
      const fields = Object.entries(typed).map(([key, text]) => ({ key, text }));
      const query = `query ($fields: [FieldEditInput!]!) { likeBusinesses(fields: $fields) { id name address } }`;
      times.push((await ask(query, { fields })).ms);
    }
  }
  note(`those like a business being typed, of ${BUSINESSES}`, spread(times));
}

async function measureExport(served: { url: string; pid: number }, cookie: string, note: Note): Promise<void> {
  for (const format of ["xlsx", "csv", "csv-cp932"]) {
    const begun = performance.now();
    const response = await fetch(`${served.url}/downloads/businesses?format=${format}`, { headers: { cookie } });
    const bytes = (await response.arrayBuffer()).byteLength;
    const seconds = (performance.now() - begun) / 1000;
    const size = `${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s`;
    note(
      `export of ${EXPORTED} rows, every field, as ${format}`,
      `${size}, memory at most ${peakMegabytes(served.pid)} MB`,
    );
  }
}

/** The next few of a sequence that goes on afterwards. */
function taken<T>(from: Iterator<T>, count: number): T[] {
  const items: T[] = [];
  for (let next = from.next(); !next.done; next = from.next()) {
    items.push(next.value);
    if (items.length === count) break;
  }
  return items;
}

/** What finding takes among a hundred thousand businesses of one federation, over HTTP. */
export async function measureFinding(note: Note): Promise<void> {
  const directory = dataDirectory();
  const database = await openEmbeddedDatabase(join(directory, "postgres"));
  const settings = { MUSUBI_DATA: directory, PORT: "0", MUSUBI_DEMO: "0", DATABASE_URL: database.ownerUrl };
  const server = await startServer(settings);
  const store = await openStore(appUrlOf(database.ownerUrl));
  try {
    const musubi = (args: readonly string[], input?: string) => runMusubi(args, settings, input);
    const ask = await signedInCoordinator({ url: server.url, musubi }, FEDERATION);
    const crowd = generatedBusinesses(BUSINESSES);
    const write = async (count: number) => {
      for (let left = count; left > 0; left -= PER_WRITE) {
        const em = actingFor(store, { federation: FEDERATION });
        await makeKnown(em, FEDERATION, taken(crowd, Math.min(left, PER_WRITE)));
      }
    };
    await write(EXPORTED);
    await measureExport({ url: server.url, pid: server.process.pid ?? 0 }, ask.cookie, note);
    await write(BUSINESSES - EXPORTED);
    const ids = await makeKnown(actingFor(store, { federation: FEDERATION }), FEDERATION, SPELLED_BUSINESSES);
    await measureSearch(ask, ids, note);
    await measureLists(ask, note);
    await measureLikes(ask, note);
    const bytes = await pageScriptBytes(server.url, "/businesses", ask.cookie);
    note("scripts of the list page, compressed", `${(bytes / 1000).toFixed(0)} kB`);
  } finally {
    await store.close();
    const ended = new Promise((resolve) => server.process.once("exit", resolve));
    server.process.kill("SIGTERM");
    await ended;
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
