/**
 * The functions an expression may call. Each is either an operation that the engine computes (`formula.ts`), or a
 * name for something longer that `write-out.ts` writes out (`relu`, `gelu` …); this is the list of names, not their maths.
 */

interface FunctionEntry {
  /** Fewest and most arguments. */
  arguments: readonly [number, number]
  /** LaTeX of the name; none for those that are drawn otherwise, such as a root. */
  symbol: string | null
  /** How many nodes one call stands for beside its arguments, and how often an argument occurs in them. */
  nodes: number
  copies: number
}

const one = (symbol: string | null, nodes = 1, copies = 1): FunctionEntry => ({
  arguments: [1, 1],
  symbol,
  nodes,
  copies,
})

export const FUNCTIONS = {
  exp: one(null),
  expm1: one(String.raw`\operatorname{expm1}`),
  log: one(String.raw`\ln`),
  log1p: one(String.raw`\operatorname{log1p}`),
  sqrt: one(null),
  abs: one(null),
  sign: one(String.raw`\operatorname{sgn}`),
  sin: one(String.raw`\sin`),
  cos: one(String.raw`\cos`),
  tanh: one(String.raw`\tanh`),
  sigmoid: one(String.raw`\sigma`),
  softplus: one(String.raw`\operatorname{softplus}`),
  erf: one(String.raw`\operatorname{erf}`),
  Phi: one(String.raw`\Phi`),
  min: { arguments: [2, 8], symbol: String.raw`\min`, nodes: 1, copies: 1 },
  max: { arguments: [2, 8], symbol: String.raw`\max`, nodes: 1, copies: 1 },
  relu: one(String.raw`\operatorname{ReLU}`, 2),
  clamp: { arguments: [3, 3], symbol: String.raw`\operatorname{clamp}`, nodes: 2, copies: 1 },
  silu: one(String.raw`\operatorname{SiLU}`, 2, 2),
  gelu: one(String.raw`\operatorname{GELU}`, 2, 2),
  mish: one(String.raw`\operatorname{Mish}`, 3, 2),
} as const satisfies Record<string, FunctionEntry>

export type FunctionName = keyof typeof FUNCTIONS
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as FunctionName[]

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name)
}

export function functionEntry(name: FunctionName): FunctionEntry {
  return FUNCTIONS[name]
}
