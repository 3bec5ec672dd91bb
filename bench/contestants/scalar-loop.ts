/**
 * A fixed amount of dependent scalar work, about 50 ms: a chain of double multiplications and additions that no
 * vector unit or memory takes part in. It tells how fast this machine is at this moment, so that a slow start of a
 * contestant can be told from a slow moment of the machine. Returned so that it cannot be left out.
 */
export function scalarLoop(): number {
  let x = 0.5
  for (let i = 0; i < 25_000_000; i++) x = 3.7 * x * (1 - x)
  return x
}
