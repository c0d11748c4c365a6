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

/** The same for numbers of any size. */
export class GrowingNumbers {
  length = 0;
  values = new Float64Array(FIRST_LENGTH);

  push(value: number): void {
    if (this.length === this.values.length) this.values = twice(this.values, new Float64Array(2 * this.length));
    this.values[this.length] = value;
    this.length += 1;
  }
}

function twice<Values extends Int32Array | Float64Array>(values: Values, larger: Values): Values {
  larger.set(values);
  return larger;
}
