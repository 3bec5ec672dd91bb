// Four lanes as one number, and the lanes of a place's last vector that carry a channel. Twin: lib/engine/twins/lane-sums.ts.

@inline
export function sumOfLanes(v: v128): f32 {
  return (f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1)) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
}

/** Lanes 0 … n − 1. */
@inline
export function lanesBelow(n: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(n))
}
