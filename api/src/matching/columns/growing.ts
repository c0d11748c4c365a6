/** Numbers at the start; memory then doubles whenever it is full. */
const FIRST_LENGTH = 1_024;

/** Whole numbers of 32 bits taken in one at a time, without an object or a copy for each. */
export class GrowingInts {
  length = 0;
  values = new Int32Array(FIRST_LENGTH);

  push(value: number): void {
    if (this.length === this.values.length) this.values = twice(this.values, new Int32Array(2 * this.length));
    this.values[this.length] = value;
    this.length += 1;
  }
}

/** The same for numbers of any size; the greatest of them is known. */
export class GrowingNumbers {
  length = 0;
  greatest = 0;
  values = new Float64Array(FIRST_LENGTH);

  push(value: number): void {
    if (this.length === this.values.length) this.values = twice(this.values, new Float64Array(2 * this.length));
    this.length += 1;
    this.change(this.length - 1, value);
  }

  change(at: number, value: number): void {
    this.values[at] = value;
    if (value > this.greatest) this.greatest = value;
  }
}

/** The same for bytes. */
export class GrowingBytes {
  length = 0;
  values = new Uint8Array(FIRST_LENGTH);

  /** Makes room for so many more. */
  reserve(more: number): void {
    while (this.length + more > this.values.length)
      this.values = twice(this.values, new Uint8Array(2 * this.values.length));
  }
}

function twice<Values extends Int32Array | Float64Array | Uint8Array>(values: Values, larger: Values): Values {
  larger.set(values);
  return larger;
}
