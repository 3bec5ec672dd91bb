export function securityHeaders(publicAddress?: string): { source: string; headers: { key: string; value: string }[] }[]
