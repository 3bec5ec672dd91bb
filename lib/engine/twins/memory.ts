/** Views of one arena. A kernel's addresses are bytes from its start: the number at `address` is `f32[address >> 2]`. */
export interface Memory {
  readonly buffer: ArrayBuffer | SharedArrayBuffer
  readonly f32: Float32Array
  readonly f64: Float64Array
  readonly i32: Int32Array
  readonly u8: Uint8Array
}

export function viewMemory(buffer: ArrayBuffer | SharedArrayBuffer): Memory {
  return {
    buffer,
    f32: new Float32Array(buffer),
    f64: new Float64Array(buffer),
    i32: new Int32Array(buffer),
    u8: new Uint8Array(buffer),
  }
}
