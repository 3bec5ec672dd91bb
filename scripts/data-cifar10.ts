/**
 * `npm run data:cifar10`: fetches CIFAR-10 into CIFAR10_DIR (or `--dir`). `--url`, `--md5` and `--size`
 * point it at a mirror or, in the tests, at a tiny archive. Exit code 0 or 1, one sentence on failure.
 */
import { parseArgs } from 'node:util'
import { loadCifar10Manifest } from '@/lib/datasets/cifar10-files'
import { CIFAR10_FILES } from '@/lib/datasets/cifar10-manifest'
import { InstallError } from '@/lib/datasets/install/download-archive'
import { CIFAR10_ARCHIVE, installCifar10 } from '@/lib/datasets/install/install-cifar10'
import { EnvError, env } from '@/lib/env'

const MEGABYTE = 1_000_000

async function main(): Promise<void> {
  const { url, md5, size, directory } = readArguments()
  const { files } = await loadCifar10Manifest(directory)
  const official = url === CIFAR10_ARCHIVE.url
  if (official && files.length === CIFAR10_FILES.length && files.every((file) => file.records === 10_000)) {
    console.log(`CIFAR-10 is complete in ${directory}: nothing to do.`)
    return
  }
  console.log(`Fetching ${url} (${(size / MEGABYTE).toFixed(1)} MB) into ${directory}`)
  const show = progressBar(size)
  const manifest = await installCifar10({
    directory,
    source: { url, md5, size },
    onProgress: show,
    onUnpack: () => console.log(`${process.stdout.isTTY ? '\n' : ''}Checked. Unpacking …`),
  })
  const images = manifest.files.reduce((sum, file) => sum + file.records, 0)
  console.log(`CIFAR-10 is in ${directory}: ${manifest.files.length} files, ${images.toLocaleString('en')} images.`)
}

function readArguments() {
  let values: { url?: string; md5?: string; size?: string; dir?: string }
  try {
    const text = { type: 'string' } as const
    values = parseArgs({ options: { url: text, md5: text, size: text, dir: text } }).values
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new InstallError(
      `${message.split('\n')[0]?.replace(/\.$/, '')}. The options are --url, --md5, --size and --dir.`,
    )
  }
  const url = values.url ?? CIFAR10_ARCHIVE.url
  const md5 = values.md5 ?? CIFAR10_ARCHIVE.md5
  const size = Number(values.size ?? CIFAR10_ARCHIVE.size)
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new InstallError(`--url must be an http(s) address, not "${url}".`)
  if (!/^[0-9a-f]{32}$/i.test(md5)) throw new InstallError(`--md5 must be 32 hex digits, not "${md5}".`)
  if (!Number.isSafeInteger(size) || size < 1)
    throw new InstallError(`--size must be a number of bytes, not "${values.size}".`)
  return { url, md5, size, directory: values.dir ?? env().CIFAR10_DIR }
}

/** Redrawn in place on a terminal; a line for each tenth where the output goes to a file. */
function progressBar(size: number): (done: number) => void {
  let startedAt: number | undefined
  let first = 0
  let drawnAt = 0
  let tenth = -1
  return (done) => {
    const now = performance.now()
    if (startedAt === undefined) {
      startedAt = now
      first = done
    }
    const share = Math.min(1, done / size)
    const speed = (done - first) / Math.max(0.001, (now - startedAt) / 1000)
    const left = speed > 0 ? `${Math.ceil((size - done) / speed)} s left` : ''
    const numbers = `${(done / MEGABYTE).toFixed(1)} of ${(size / MEGABYTE).toFixed(1)} MB`
    if (process.stdout.isTTY && (now - drawnAt > 100 || share === 1)) {
      drawnAt = now
      const bar = '█'.repeat(Math.round(share * 30)).padEnd(30, '░')
      const rate = `${(speed / MEGABYTE).toFixed(1)} MB/s`
      process.stdout.write(`\r${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${numbers}  ${rate}  ${left}   `)
    } else if (!process.stdout.isTTY && Math.floor(share * 10) > tenth) {
      tenth = Math.floor(share * 10)
      console.log(`${String(tenth * 10).padStart(3)} %  ${numbers}`)
    }
  }
}

main().catch((error: unknown) => {
  const told = error instanceof InstallError || error instanceof EnvError
  console.error(told ? `\n${error.message}` : error)
  process.exitCode = 1
})
