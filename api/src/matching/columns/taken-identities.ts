import { compareBytes } from "../byte-order.ts";
import type { Words } from "./columns.ts";
import { sharedUint32, sharedUint8 } from "./shared.ts";
import { utf8Length, writeUtf8 } from "./utf8.ts";

/** The ids of businesses, as they come. */
export class TakenIdentities {
  private readonly ids: string[] = [];

  get count(): number {
    return this.ids.length;
  }

  add(id: string): void {
    this.ids.push(id);
  }

  /** Places of the businesses by their id as UTF-8 bytes. */
  sorted(): Int32Array {
    const { ids } = this;
    const byId = Int32Array.from(ids, (_, from) => from);
    // A database hands them over in order.
    if (ids.every((id, from) => from === 0 || compareBytes(ids[from - 1] as string, id) < 0)) return byId;
    return byId.sort((a, b) => compareBytes(ids[a] as string, ids[b] as string));
  }

  /** Finds the candidate with an id. */
  finder(order: Int32Array): (id: string) => number | undefined {
    const candidates = new Map<string, number>();
    order.forEach((from, candidate) => candidates.set(this.ids[from] as string, candidate));
    return (id) => candidates.get(id);
  }

  /** The ids end to end, in the order of candidates. */
  laidOut(order: Int32Array): Pick<Words, "idBytes" | "idStart"> {
    const idStart = sharedUint32(order.length + 1);
    let length = 0;
    order.forEach((from, candidate) => {
      length += utf8Length(this.ids[from] as string);
      idStart[candidate + 1] = length;
    });
    const idBytes = sharedUint8(length);
    let to = 0;
    for (const from of order) to = writeUtf8(this.ids[from] as string, idBytes, to);
    return { idBytes, idStart };
  }
}
