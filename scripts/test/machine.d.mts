export function findChromium(): string | null
export function ensurePostgresql(): Promise<boolean>
export function ensureChromium(): Promise<string | null>
