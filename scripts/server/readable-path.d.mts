export function readablePath(url: string): string
