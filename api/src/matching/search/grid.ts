import { distanceDam, latitudeWindowMicro, longitudeWindowMicro, type Place } from "#domain/place.ts";
import type { Field } from "./field.ts";

/**
 * Candidates looked at around one seed. In a town centre, or where many share the place of their municipality's
 * office, tens of thousands can lie within reach; past this the most promising of each cell stand for the rest.
 */
const LOOKED_AT_MAX = 3_000;

/** Cells a reach is divided into: smaller cells cut the window closer, more of them cost more to walk. */
const CELLS_A_REACH = 2;

/** Candidates by cells of the ground, for finding those within reach of a place. */
export class Grid {
  private readonly field: Field;
  private readonly reachDam: number;
  private readonly cellMicro: number;
  private readonly cells = new Map<number, number[]>();

  /** Lays out the candidates; `promise` orders them inside a cell, the highest first. */
  constructor(field: Field, reachDam: number, promise: Float64Array) {
    this.field = field;
    this.reachDam = reachDam;
    this.cellMicro = Math.max(1, Math.ceil(latitudeWindowMicro(reachDam) / CELLS_A_REACH));
    field.members.forEach((_, candidate) => {
      const key = this.cellOf(this.placeOf(candidate));
      const cell = this.cells.get(key);
      if (cell === undefined) this.cells.set(key, [candidate]);
      else cell.push(candidate);
    });
    for (const cell of this.cells.values()) {
      cell.sort((a, b) => (promise[b] as number) - (promise[a] as number) || a - b);
    }
  }

  /** The place of a candidate; every candidate has one. */
  placeOf(candidate: number): Place {
    return this.field.members[candidate]?.place as Place;
  }

  /** Whether two candidates lie within reach of each other. */
  isWithinReach(a: number, b: number): boolean {
    return distanceDam(this.placeOf(a), this.placeOf(b)) <= this.reachDam;
  }

  private cellOf({ latMicro, lonMicro }: Place): number {
    return this.key(Math.floor(latMicro / this.cellMicro), Math.floor(lonMicro / this.cellMicro));
  }

  /** Rows and columns are below a million for any cell of at least a millidegree, and stay exact beyond. */
  private key(row: number, column: number): number {
    return row * 400_000_000 + column;
  }

  private cellsAround({ latMicro, lonMicro }: Place): readonly number[][] {
    const rowReach = latitudeWindowMicro(this.reachDam);
    const columnReach = longitudeWindowMicro(latMicro, this.reachDam);
    const around: number[][] = [];
    const cellAt = (micro: number) => Math.floor(micro / this.cellMicro);
    for (let row = cellAt(latMicro - rowReach); row <= cellAt(latMicro + rowReach); row += 1) {
      for (let column = cellAt(lonMicro - columnReach); column <= cellAt(lonMicro + columnReach); column += 1) {
        const cell = this.cells.get(this.key(row, column));
        if (cell !== undefined) around.push(cell);
      }
    }
    return around;
  }

  /** Calls back for candidates within reach of one, itself left out: all, or the most promising of each cell where they are too many. */
  forEachNear(seed: number, visit: (candidate: number) => void): void {
    const around = this.cellsAround(this.placeOf(seed));
    const all = around.reduce((sum, cell) => sum + cell.length, 0);
    for (const cell of around) {
      const looked = all <= LOOKED_AT_MAX ? cell.length : Math.ceil((cell.length * LOOKED_AT_MAX) / all);
      for (let at = 0; at < looked; at += 1) {
        const candidate = cell[at] as number;
        if (candidate !== seed && this.isWithinReach(seed, candidate)) visit(candidate);
      }
    }
  }
}
