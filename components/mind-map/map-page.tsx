import type { ReactNode } from 'react'
import { Breadcrumb } from '@/components/lesson/frame/breadcrumb'
import type { LessonFacts } from '@/lib/events/summary'
import { layoutMindMap } from './layout'
import type { MindMapData } from './map-data'
import { MindMap } from './mind-map'

interface MapPageProps {
  /** From the course to what the map is of; empty for the map of the site. */
  trail: { title: string; href: string }[]
  map: MindMapData
  facts: LessonFacts[]
  intro: ReactNode
}

/** A page that is a mind map; the layout is computed here, on the server. */
export function MapPage({ trail, map, facts, intro }: MapPageProps) {
  return (
    <div className="mx-auto w-full max-w-[90rem] px-4 pt-6 pb-16 sm:px-6">
      {trail.length > 0 ? <Breadcrumb trail={trail} here="Mind map" /> : null}
      <h1 className="mt-4 text-3xl sm:text-4xl">{map.title}</h1>
      <p className="mt-1.5 max-w-[75ch] text-muted md:pr-40">{intro}</p>
      <MindMap sheet={layoutMindMap(map)} facts={facts} />
    </div>
  )
}
