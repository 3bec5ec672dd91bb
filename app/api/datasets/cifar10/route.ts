import { loadCifar10Manifest } from '@/lib/datasets/cifar10-files'
import { env } from '@/lib/env'

export const dynamic = 'force-dynamic'

/** Which CIFAR-10 files this server has, with their immutable addresses. */
export async function GET(): Promise<Response> {
  return Response.json(await loadCifar10Manifest(env().CIFAR10_DIR), { headers: { 'Cache-Control': 'no-store' } })
}
