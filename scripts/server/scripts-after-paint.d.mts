export function runScriptsAfterPaint(html: string): string
export function rewritePages(buildFolder: string): void
