import { afterAll, beforeAll, expect, it } from "vitest";
import { serveInstallation, type ServedInstallation } from "../served-installation.ts";
import { signedInCoordinator, type Ask } from "../signed-in.ts";

const ADD = "mutation ($input: SaveBusinessInput!) { saveBusiness(input: $input) { business { id version } } }";
const VISIT =
  "mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { visit { id } problems { message } } }";

let served: ServedInstallation;
beforeAll(async () => {
  served = await serveInstallation({ MUSUBI_DEMO: "0" });
});
afterAll(() => served.stop());

interface Known {
  readonly id: string;
  readonly version: number;
}

async function addWithNote(ask: Ask): Promise<Known> {
  const fields = [
    { key: "name", text: "うどん工房さぬき" },
    { key: "note", text: "昼は電話に出ない\n<夜に>" },
  ];
  const { data } = await ask<{ saveBusiness: { business: Known } }>(ADD, { input: { fields } });
  return data.saveBusiness.business;
}

/** What a person without the page's script would hand in again: the text inside a box, as the server sent it. */
async function boxText(address: string, cookie: string, id: string): Promise<string | undefined> {
  const html = await (await fetch(`${served.url}${address}`, { headers: { cookie } })).text();
  return new RegExp(`<textarea[^>]* id="${id}"[^>]*>([^<]*)</textarea>`).exec(html)?.[1];
}

it("what was noted stands in the boxes of the page the server sends, so that saving it without scripts loses nothing", async () => {
  const ask = await signedInCoordinator(served, "37");
  const { id, version } = await addWithNote(ask);
  expect(await boxText(`/businesses/${id}?edit=note`, ask.cookie, "edit-note")).toBe("昼は電話に出ない\n&lt;夜に>");

  const note = { told: "夏は人手が余る\n冬は忙しい", impression: "元気そう" };
  const { data } = await ask<{ recordVisit: { visit: { id: string } } }>(VISIT, {
    input: { businessId: id, version, note },
  });
  const correction = `/businesses/${id}/visits/${data.recordVisit.visit.id}`;
  expect(await boxText(correction, ask.cookie, "told")).toBe(note.told);
  expect(await boxText(correction, ask.cookie, "impression")).toBe(note.impression);
});
