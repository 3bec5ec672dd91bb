import { useEffect, useState } from 'react'

/**
 * A script that is fetched when it is wanted: null until it is here. Without a network it stays null, what stands in its
 * place stays, and the next attempt is made when the connection is back; `lazy` would throw, and the page with it.
 * `load` must be the same function at every call.
 */
export function useLateModule<Module extends object>(load: () => Promise<Module>, wanted: boolean): Module | null {
  const [module, setModule] = useState<Module | null>(null)
  useEffect(() => {
    if (!wanted) return
    let gone = false
    const attempt = () => {
      load().then(
        (loaded) => !gone && setModule(loaded),
        () => undefined,
      )
    }
    attempt()
    addEventListener('online', attempt)
    return () => {
      gone = true
      removeEventListener('online', attempt)
    }
  }, [load, wanted])
  return module
}
