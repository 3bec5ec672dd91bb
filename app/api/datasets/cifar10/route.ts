import { loadCifar10Manifest } from '@/lib/datasets/cifar10-files'
import { env } from '@/lib/env'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** Which CIFAR-10 files this server has, with their immutable addresses. */
export const GET = route(async () => Response.json(await loadCifar10Manifest(env().CIFAR10_DIR)))
