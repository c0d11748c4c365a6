import type { Ask } from "./signed-in.ts";

const APPLY = `mutation ($id: ID!) { applyImport(input: { importId: $id, skipRefused: true }) { problems { message } } }`;
const STATUS = `query ($id: ID!) { businessImport(id: $id) { status fault { message } } }`;

/** Milliseconds between looks: what is measured with it is so much too long at most. */
const LOOK_EVERY_MS = 50;

/** Asks for a read list to be written and waits until it is. @throws where it is not written */
export async function untilWritten(ask: Ask, id: string): Promise<void> {
  const { data } = await ask<{ applyImport: { problems: readonly unknown[] } }>(APPLY, { id });
  if (data.applyImport.problems.length > 0) throw new Error(JSON.stringify(data.applyImport.problems));
  for (;;) {
    const { businessImport } = (await ask<{ businessImport: { status: string } }>(STATUS, { id })).data;
    if (businessImport.status === "APPLIED") return;
    if (!["WAITING", "WRITING"].includes(businessImport.status)) throw new Error(JSON.stringify(businessImport));
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
