'use client'

import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createPacedTrainer } from '@/lib/training/paced-client'
import { PacedShow } from '@/lib/training/paced-show'
import { HERO_RECIPES, HERO_SEED, type HeroRecipe } from './hero-recipes'

/** 3,000 steps are some eight seconds of pictures; the computing itself takes a small part of one. */
const STEPS_PER_TURN = 14
/** Thirty pictures a second are smooth, and leave the page its time. */
const TURN_MS = 32
/** Where the browser cannot say that it has nothing to do. */
const SETTLED_MS = 1200

/**
 * The start page's network at work. It starts by itself once the page has settled and the picture is on the screen,
 * unless the reader asked for less motion or less data; off the screen, or in a hidden tab, it rests.
 */
export function useLiveNetwork(): {
  ref: RefObject<HTMLElement | null>
  show: PacedShow
  snapshot: ReturnType<PacedShow['getSnapshot']>
  recipe: HeroRecipe
  choose: (id: HeroRecipe['id']) => void
} {
  const [show] = useState(() => {
    const { spec } = recipeOf('relu')
    return new PacedShow(spec, HERO_SEED, STEPS_PER_TURN, { createTrainer: createPacedTrainer, nextTurn })
  })
  const [recipe, setRecipe] = useState(() => recipeOf('relu'))
  const ref = useRef<HTMLElement>(null)
  const snapshot = useSyncExternalStore(show.subscribe, show.getSnapshot, show.getSnapshot)

  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const observer = new IntersectionObserver((entries) => show.setVisible(entries.at(-1)?.isIntersecting === true), {
      threshold: 0.25,
    })
    observer.observe(element)
    const cancel = wantsMotion() ? whenSettled(() => show.play()) : () => undefined
    return () => {
      observer.disconnect()
      cancel()
      show.dispose()
    }
  }, [show])

  return {
    ref,
    show,
    snapshot,
    recipe,
    choose(id) {
      const chosen = recipeOf(id)
      setRecipe(chosen)
      show.choose(chosen.spec, HERO_SEED)
    },
  }
}

function recipeOf(id: HeroRecipe['id']): HeroRecipe {
  const found = HERO_RECIPES.find((one) => one.id === id)
  if (found === undefined) throw new Error(`There is no recipe "${id}" for the start page.`)
  return found
}

function wantsMotion(): boolean {
  const connection = 'connection' in navigator ? (navigator.connection as { saveData?: boolean }) : null
  return !matchMedia('(prefers-reduced-motion: reduce)').matches && connection?.saveData !== true
}

/** A hidden tab gets no animation frames, so that nothing is trained for nobody. */
function nextTurn(then: () => void) {
  window.setTimeout(() => requestAnimationFrame(then), TURN_MS / 2)
}

function whenSettled(task: () => void): () => void {
  let cancel: () => void = () => undefined
  const wait = () => {
    if ('requestIdleCallback' in window) {
      const handle = requestIdleCallback(task)
      cancel = () => cancelIdleCallback(handle)
    } else {
      const timer = setTimeout(task, SETTLED_MS)
      cancel = () => clearTimeout(timer)
    }
  }
  if (document.readyState === 'complete') wait()
  else addEventListener('load', wait, { once: true })
  return () => {
    removeEventListener('load', wait)
    cancel()
  }
}
