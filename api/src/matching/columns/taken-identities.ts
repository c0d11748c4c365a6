import { compareBytes } from "../byte-order.ts";
import type { Words } from "./columns.ts";
import { GrowingBytes, GrowingInts } from "./growing.ts";
import { sharedUint32, sharedUint8 } from "./shared.ts";
import { writeUtf8 } from "./utf8.ts";

/** Bytes a UTF-16 unit takes at most as UTF-8. */
const BYTES_OF_UNIT_MAX = 3;

/** The ids of businesses, as they come. */
export class TakenIdentities {
  readonly ids: string[] = [];
  private readonly bytes = new GrowingBytes();
  private readonly start = new GrowingInts();
  private last: string | undefined;
  /** A database hands them over in order. */
  private isInOrder = true;

  constructor() {
    this.start.push(0);
  }

  /** An id is looked at only now, while it is at hand: tens of thousands lie scattered in memory later. */
  add(id: string): void {
    this.ids.push(id);
    this.isInOrder &&= this.last === undefined || compareBytes(this.last, id) < 0;
    this.last = id;
    this.bytes.reserve(BYTES_OF_UNIT_MAX * id.length);
    this.bytes.length = writeUtf8(id, this.bytes.values, this.bytes.length);
    this.start.push(this.bytes.length);
  }

  /** Places of the businesses by their id as UTF-8 bytes. */
  sorted(): Int32Array {
    const { ids } = this;
    const byId = Int32Array.from(ids, (_, from) => from);
    return this.isInOrder ? byId : byId.sort((a, b) => compareBytes(ids[a] as string, ids[b] as string));
  }

  /** The ids end to end, in the order of candidates. */
  laidOut(order: Int32Array): Pick<Words, "idBytes" | "idStart"> {
    const { bytes, start } = this;
    const idBytes = sharedUint8(bytes.length);
    const idStart = sharedUint32(order.length + 1);
    let to = 0;
    order.forEach((from, candidate) => {
      for (let at = start.values[from] as number; at < (start.values[from + 1] as number); at += 1, to += 1)
        idBytes[to] = bytes.values[at] as number;
      idStart[candidate + 1] = to;
    });
    return { idBytes, idStart };
  }
}
