/** 2^k for k = −1074 … 1023, made by doubling and halving, which are exact. */
export const POWERS_OF_TWO = new Float64Array(2098)
POWERS_OF_TWO[1074] = 1
for (let k = 1; k <= 1023; k++) POWERS_OF_TWO[1074 + k] = (POWERS_OF_TWO[1073 + k] as number) * 2
for (let k = 1; k <= 1074; k++) POWERS_OF_TWO[1074 - k] = (POWERS_OF_TWO[1075 - k] as number) / 2

/** Where 2^k stands in the table. */
export function powerIndex(k: number): number {
  return 1074 + k
}
