// Offsets, in bytes, of the fields of a block that describes the rows of up to three maps of the same places, as
// lib/engine/nn/geometry.ts writes it. Steps are bytes; which maps lie as a and which as b each kernel says.

/** Rows of an image. 0 means that the images themselves touch, each ROW_FLOATS long. */
export const ROWS: usize = 0
export const ROW_FLOATS: usize = 4
export const A_IMAGE: usize = 8
export const A_ROW: usize = 12
export const B_IMAGE: usize = 16
export const B_ROW: usize = 20
/** Places of a row, lanes of a place and lanes that carry a channel. */
export const PLACES: usize = 24
export const LANES: usize = 28
export const CHANNELS: usize = 32
