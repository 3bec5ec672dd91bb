// Offsets, in bytes, of the fields of the geometry blocks that lib/engine/program/geometry.ts writes into the arena.
// Steps are bytes, sizes are counts.

/** Places of an output map: images × rows × columns. 0 columns: the examples themselves are the columns of one row. */
export const ROWS: usize = 0;
export const COLUMNS: usize = 4;
/** Steps in the map that is read: from image to image, and from one output place's window to the next. */
export const X_IMAGE: usize = 8;
export const X_ROW: usize = 12;
export const X_COLUMN: usize = 16;
/** A window: rows of `RUN` adjacent numbers, `TAP_ROW_STEP` apart. */
export const TAP_ROWS: usize = 20;
export const TAP_ROW_STEP: usize = 24;
export const RUN: usize = 28;
/** Steps in the map that is written (or, for gradients, the output's gradient). */
export const Y_IMAGE: usize = 32;
export const Y_ROW: usize = 36;
export const Y_COLUMN: usize = 40;
/** Output channels, padded to a multiple of 4. */
export const CHANNELS: usize = 44;
/** Weights: step from one number of the window to the next, and from one panel of 8 channels to the next. */
export const W_STEP: usize = 48;
export const W_PANEL: usize = 52;
/** The same step in the last panel of 4 channels. */
export const W_TAIL_STEP: usize = 56;

@inline
export function field(geometry: usize, offset: usize): i32 {
  return load<i32>(geometry + offset);
}

@inline
export function step(geometry: usize, offset: usize): usize {
  return <usize>load<u32>(geometry + offset);
}
