import type { EntityManager } from "@mikro-orm/postgresql";
import type { PlainDate } from "#domain/calendar.ts";
import { bytesOf } from "#matching/columns/bytes-of.ts";
import type { Layout } from "#matching/columns/columns.ts";
import { loadLayout, loadRevision, type LoadedLayout } from "#queries/layout.ts";

/** Bytes of columns one process keeps at most: some two million businesses, or every large prefecture at once. */
const KEPT_BYTES_MAX = 512 * 1024 * 1024;

/** Of which day, and who is named though closed. */
export interface LayoutWish {
  readonly today: PlainDate;
  readonly mustHave?: readonly string[];
}

interface Kept {
  /** What the columns were laid out of: revision and day. */
  readonly of: string;
  readonly loading: Promise<LoadedLayout>;
  /** 0 until they are loaded. */
  bytes: number;
}

const bytesIn = ({ columns, words }: Layout): number =>
  bytesOf(columns).all + words.idBytes.byteLength + words.idStart.byteLength;

/**
 * The businesses of federations in columns, kept in the process that searches them. Before a search it is asked whether
 * they are still those of today: where a business has changed or a day has passed they are laid out anew, and a search
 * that runs goes on with those it began with. Of more than fits, what was asked for longest ago goes.
 */
export class LayoutStore {
  /** By federation, the one asked for last at the end. */
  private readonly kept = new Map<string, Kept>();
  private readonly bytesMax: number;

  constructor(bytesMax = KEPT_BYTES_MAX) {
    this.bytesMax = bytesMax;
  }

  /** Bytes of the columns kept. */
  get bytes(): number {
    return [...this.kept.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** The columns of the federation this entity manager acts for. */
  async layoutFor(em: EntityManager, { today, mustHave = [] }: LayoutWish): Promise<LoadedLayout> {
    const loaded = await this.keptFor(em, today);
    // Closed ones are in no columns that are kept: who names one has columns of its own.
    return mustHave.some((id) => loaded.closed.has(id)) ? loadLayout(em, { today, mustHave }) : loaded;
  }

  private async keptFor(em: EntityManager, today: PlainDate): Promise<LoadedLayout> {
    const { federation, revision } = await loadRevision(em);
    const of = `${revision} ${today}`;
    const known = this.kept.get(federation);
    const isKnown = known?.of === of;
    const kept = isKnown ? known : { of, loading: loadLayout(em, { today }), bytes: 0 };
    this.kept.delete(federation);
    this.kept.set(federation, kept);
    try {
      const loaded = await kept.loading;
      kept.bytes = bytesIn(loaded.layout);
      this.letGo();
      return loaded;
    } catch (defect) {
      if (this.kept.get(federation) === kept) this.kept.delete(federation);
      // They were loaded for somebody who asked before, whose connection broke: who waited loads them for itself.
      if (isKnown) return this.keptFor(em, today);
      throw defect;
    }
  }

  private letGo(): void {
    for (const [federation] of this.kept) {
      if (this.bytes <= this.bytesMax) return;
      this.kept.delete(federation);
    }
  }
}
