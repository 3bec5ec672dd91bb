/** A file's name that says what is in it: words of letters and digits joined by hyphens, at most so long that every system takes it. */
export function fileName(parts: readonly (string | number)[], extension: string): string {
  const words = parts
    .join('-')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${words.slice(0, 100).replace(/-+$/, '') || 'nonlinear'}.${extension}`
}
