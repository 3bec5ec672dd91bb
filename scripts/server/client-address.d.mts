import type { IncomingMessage } from 'node:http'

export function clientAddress(socketAddress: string | undefined, forwardedFor: string | undefined, trustedProxies: number): string
export function settleClientAddress(
  request: Pick<IncomingMessage, 'headers' | 'rawHeaders'> & { socket: { remoteAddress?: string } },
  trustedProxies: number,
): void
