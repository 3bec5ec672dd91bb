import { Cifar10FileError, findCifar10File } from '@/lib/datasets/cifar10-files'
import { serveFile } from '@/lib/datasets/serve-file'
import { env } from '@/lib/env'

interface Context {
  params: Promise<{ sha256: string; file: string }>
}

/** One file of the manifest; any other name or hash is a 404, and so is a file that was refused. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { sha256, file: name } = await params
  const file = await findCifar10File(env().CIFAR10_DIR, name).catch((error: unknown) => {
    if (error instanceof Cifar10FileError) return null
    throw error
  })
  return file?.sha256 === sha256 ? serveFile(request, file) : notFound()
}

export const HEAD = GET

function notFound(): Response {
  const message = 'There is no such data file; ask GET /api/datasets/cifar10 for those there are.'
  return Response.json(
    { error: { message, id: crypto.randomUUID() } },
    { status: 404, headers: { 'Cache-Control': 'no-store' } },
  )
}
