/**
 * Short content hash of a recipe as its reader saw it (64-bit FNV-1a, hex), stored with each of its runs.
 * It tells versions apart and protects nothing.
 */
export function recipeVersion(recipe: unknown): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(JSON.stringify(recipe))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}
