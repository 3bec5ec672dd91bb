/** What a client may claim about where it comes from; worth something only behind a proxy of ours. */
const CLAIMS = ['forwarded', 'x-real-ip', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port']

const withoutMapping = (address = '') => address.replace(/^::ffff:(?=\d+\.)/, '')

/**
 * The address a request comes from. Without proxies, the socket's. Behind n proxies that
 * each append whom they saw, the nth of X-Forwarded-For from the right: what stands
 * further left was written by the client. A shorter list did not come through them all.
 */
export function clientAddress(socketAddress, forwardedFor, trustedProxies) {
  if (trustedProxies === 0 || !forwardedFor) return withoutMapping(socketAddress)
  const seen = forwardedFor.split(',').map((entry) => entry.trim())
  return withoutMapping(seen.at(-trustedProxies) || socketAddress)
}

/** Makes X-Forwarded-For hold that one address, and drops the claims that nobody of ours made. */
export function settleClientAddress(request, trustedProxies) {
  const { headers } = request
  headers['x-forwarded-for'] = clientAddress(request.socket.remoteAddress, headers['x-forwarded-for'], trustedProxies)
  if (trustedProxies === 0) for (const name of CLAIMS) delete headers[name]
  request.rawHeaders = Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? '']).flatMap((one) => [name, one]),
  )
}
