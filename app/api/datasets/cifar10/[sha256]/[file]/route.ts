import { Cifar10FileError, findCifar10File } from '@/lib/datasets/cifar10-files'
import { serveFile } from '@/lib/datasets/serve-file'
import { env } from '@/lib/env'
import { HttpProblem } from '@/lib/http/problem'
import { route } from '@/lib/http/route'

/** One file of the manifest; any other name or hash is a 404, and so is a file that was refused. */
export const GET = route<{ sha256: string; file: string }>(async (request, { sha256, file: name }) => {
  const file = await findCifar10File(env().CIFAR10_DIR, name).catch((error: unknown) => {
    if (error instanceof Cifar10FileError) return null
    throw error
  })
  if (file?.sha256 === sha256) return serveFile(request, file)
  throw new HttpProblem(404, 'There is no such data file; ask GET /api/datasets/cifar10 for those there are.')
})

export const HEAD = GET
