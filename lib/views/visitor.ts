import { createHash } from 'node:crypto'
import { isbot } from 'isbot'
import { clientAddress } from '@/lib/http/client-address'

/** Who is looking, as far as counting needs it; kept in memory only. */
export interface Visitor {
  /** Network address, as coarse as `clientAddress` makes it. */
  address: string
  userAgent: string
}

/** Null for what is no reader: crawlers, scripts, previews, and whatever does not say what it is. */
export function findVisitor(request: Request): Visitor | null {
  const userAgent = request.headers.get('user-agent') ?? ''
  return userAgent === '' || isbot(userAgent) ? null : { address: clientAddress(request), userAgent }
}

/** The same for the same visitor, page and day; without the day's salt nothing leads back from it. */
export function viewKey(salt: string, page: string, { address, userAgent }: Visitor): string {
  return createHash('sha256')
    .update(JSON.stringify([salt, page, address, userAgent]))
    .digest('base64url')
}
