import net from 'node:net'
import { expect, test } from 'vitest'
import { findFreePort } from './free-port.mjs'

test('free port: can be listened on, and is another one while it is taken', async () => {
  const port = await findFreePort()
  const taken = net.createServer()
  await new Promise<void>((resolve, reject) => taken.once('error', reject).listen(port, '127.0.0.1', resolve))
  expect(await findFreePort()).not.toBe(port)
  await new Promise((resolve) => taken.close(resolve))
})
