/** Hands a file to the reader, as a click on a download link does. */
export function saveFile(filename: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = filename
  document.body.append(link)
  link.click()
  link.remove()
  // The download has its own hold on the bytes once it has begun, which is a task later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
