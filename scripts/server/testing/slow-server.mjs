/** A server that answers late, for the test of its end; prints its port. */
import http from 'node:http'
import process from 'node:process'
import { endOrderly } from '../orderly-end.mjs'

const server = http.createServer((_request, response) => {
  response.write('begun, ')
  setTimeout(() => response.end('finished'), 900)
})
endOrderly(server, { parent: process.ppid, drainMs: 5_000, release: () => Promise.resolve() })
server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`))
