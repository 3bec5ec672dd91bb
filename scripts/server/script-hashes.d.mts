export function hashInlineScripts(html: string): string[]
export function writeScriptHashes(buildFolder: string): void
