import type { Compact } from "./columns.ts";

/** Numbers that 16 bits hold, from 0. */
const HELD_BY_16 = 65_536;
/** Numbers that 32 bits hold, from 0. */
const HELD_BY_32 = 4_294_967_296;
/** The largest number 32 bits hold beside a sign. */
const LARGEST_SIGNED = 2_147_483_647;

const memory = (length: number, bytes: number) => new SharedArrayBuffer(length * bytes);

/** Zeros in memory that threads share. */
export const sharedInt32 = (length: number) => new Int32Array(memory(length, 4));
/** The same of numbers from 0. */
export const sharedUint32 = (length: number) => new Uint32Array(memory(length, 4));
/** The same of numbers from 0 to 65,535. */
export const sharedUint16 = (length: number) => new Uint16Array(memory(length, 2));
/** The same of numbers from 0 to 255. */
export const sharedUint8 = (length: number) => new Uint8Array(memory(length, 1));
/** The same of numbers from -128 to 127. */
export const sharedInt8 = (length: number) => new Int8Array(memory(length, 1));
/** The same of numbers of any size. */
export const sharedFloat64 = (length: number) => new Float64Array(memory(length, 8));

/** Zeros where numbers from 0 to below `numbers` have room, as small as can be. */
export const sharedCompact = (length: number, numbers: number): Compact =>
  numbers <= HELD_BY_16 ? sharedUint16(length) : sharedUint32(length);

/** Zeros where amounts from 0 to `most` have room. */
export const sharedAmounts = (length: number, most: number): Uint32Array | Float64Array =>
  most < HELD_BY_32 ? sharedUint32(length) : sharedFloat64(length);

/** Zeros where amounts from 0 to `most` have room, in 16 bits where that is enough. */
export const sharedSmallAmounts = (length: number, most: number): Compact | Float64Array =>
  most < HELD_BY_16 ? sharedUint16(length) : sharedAmounts(length, most);

/** Zeros where amounts from -1 to `most` have room. */
export const sharedSigned = (length: number, most: number): Int32Array | Float64Array =>
  most <= LARGEST_SIGNED ? sharedInt32(length) : sharedFloat64(length);
