/**
 * Puts the official CIFAR-10 archive's six data files into a folder: download, check, unpack aside,
 * check again, move into place. A failure leaves the folder's data files as they were.
 */
import { createReadStream, promises as disk } from 'node:fs'
import path from 'node:path'
import { createGunzip } from 'node:zlib'
import { loadCifar10Manifest } from '@/lib/datasets/cifar10-files'
import { CIFAR10_FILES, CIFAR10_TEST_FILE, type Cifar10Manifest } from '@/lib/datasets/cifar10-manifest'
import { CIFAR10_RECORD_BYTES } from '@/lib/engine'
import { type ArchiveSource, downloadArchive, InstallError } from './download-archive'
import { TarError, tarEntries } from './tar-entries'

/** Size and MD5 as published at https://www.cs.toronto.edu/~kriz/cifar.html. */
export const CIFAR10_ARCHIVE: ArchiveSource = {
  url: 'https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz',
  size: 170_052_171,
  md5: 'c32a1d4ab5d03f1284b67883e8d87530',
}

/** The official files hold 10,000 records; ten times that is already no CIFAR-10. */
const LARGEST_FILE_BYTES = 100_000 * CIFAR10_RECORD_BYTES

interface InstallOptions {
  directory: string
  source: ArchiveSource
  onProgress: (done: number) => void
  onUnpack: () => void
  idleMs?: number
}

/** Returns what the folder holds afterwards. Throws InstallError. */
export async function installCifar10(options: InstallOptions): Promise<Cifar10Manifest> {
  const { directory, source } = options
  try {
    await disk.mkdir(directory, { recursive: true })
    const partFile = path.join(directory, 'cifar-10-binary.tar.gz.part')
    await downloadArchive({ source, partFile, onProgress: options.onProgress, idleMs: options.idleMs })
    options.onUnpack()
    const aside = await disk.mkdtemp(path.join(directory, 'unpacking-'))
    try {
      const names = await unpack(partFile, aside)
      const manifest = await loadCifar10Manifest(aside)
      if (!manifest.available) {
        const why = manifest.problem ?? `it has no training file or no ${CIFAR10_TEST_FILE}`
        throw new InstallError(`The archive is not CIFAR-10 in binary form: ${why}`)
      }
      for (const name of names) await disk.rename(path.join(aside, name), path.join(directory, name))
    } finally {
      await disk.rm(aside, { recursive: true, force: true })
    }
    await disk.rm(partFile)
    return await loadCifar10Manifest(directory)
  } catch (error) {
    throw asInstallError(error, directory)
  }
}

async function unpack(archive: string, aside: string): Promise<string[]> {
  const names: string[] = []
  const bytes = createReadStream(archive)
  const plain = createGunzip()
  bytes.on('error', (error) => plain.destroy(error))
  for await (const entry of tarEntries(bytes.pipe(plain))) {
    const parts = entry.name.split('/')
    if (entry.name.startsWith('/') || entry.name.includes('\\') || parts.includes('..') || entry.kind === 'link') {
      throw new InstallError(`The archive was refused: its entry "${entry.name}" points outside the folder.`)
    }
    const name = parts.at(-1) ?? ''
    if (entry.kind !== 'file' || !CIFAR10_FILES.includes(name)) continue
    if (entry.size > LARGEST_FILE_BYTES || names.includes(name)) {
      throw new InstallError(`The archive was refused: its entry "${entry.name}" is too large or there twice.`)
    }
    const file = await disk.open(path.join(aside, name), 'wx')
    try {
      for await (const chunk of entry.body) await file.writeFile(chunk)
      await file.sync()
    } finally {
      await file.close()
    }
    names.push(name)
  }
  return names
}

function asInstallError(error: unknown, directory: string): unknown {
  if (error instanceof InstallError || !(error instanceof Error)) return error
  if (error instanceof TarError) return new InstallError(`The archive cannot be unpacked: ${error.message}.`)
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC') return new InstallError(`The disk is full: ${directory} needs about 400 MB while unpacking.`)
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) {
    return new InstallError(`${directory} cannot be written (${code}); choose another folder with --dir.`)
  }
  if (code.startsWith('Z_')) {
    return new InstallError(`The archive is not a whole gzip file (${error.message}); check --url, --md5 and --size.`)
  }
  return error
}
