import { signInMethods } from '@/lib/auth/provider/auth-config'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** The ways to sign in that this server offers. */
export const GET = route(async () => Response.json(signInMethods()))
