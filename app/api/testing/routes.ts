import { readdirSync } from 'node:fs'
import path from 'node:path'

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>
export type Routes = Map<string, Record<string, unknown>>

/** Every route module below app/api, by its folder. */
export async function loadRoutes(): Promise<Routes> {
  const root = path.dirname(import.meta.dirname)
  const routes: Routes = new Map()
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (path.basename(file) === 'route.ts') routes.set(path.dirname(file), await import(path.join(root, file)))
  }
  return routes
}

/** Calls a handler as Next does. */
export function answerOf(routes: Routes) {
  return (route: string, request: Request, params: object = {}): Promise<Response> => {
    const handler = routes.get(route)?.[request.method]
    if (typeof handler !== 'function') throw new Error(`${route} has no ${request.method}.`)
    return (handler as Handler)(request, { params: Promise.resolve(params) })
  }
}
