/**
 * An address whose percent signs spell no text (`/%E0%A4%A`) makes Next answer 500 before any page is asked. Its signs
 * are taken literally instead, so that it is what it is: an address that does not exist.
 */
export function readablePath(url) {
  const [path = '', ...query] = url.split('?')
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?')
  }
}
