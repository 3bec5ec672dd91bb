/**
 * A lesson's flashcards, ready to show. Server only. The browser gets HTML with
 * MathML and a version: it never renders Markdown.
 */
import { join } from 'node:path'
import { ContentError, type ContentProblem } from '@/lib/course/files/content-error'
import { contentRoot } from '@/lib/course/files/content-root'
import { itemVersion } from '@/lib/course/files/item-version'
import { memoByTree } from '@/lib/course/files/memo'
import { displayPath, loadYamlFile } from '@/lib/course/files/yaml-file'
import { renderMarkdown } from '@/lib/course/prose/markdown'
import { findLessonById, type Lesson } from './catalog'
import { itemId } from './ids'
import { cardsFileSchema } from './schema'

export interface CardView {
  /** `<lesson>.<card>` */
  id: string
  /** Changes when the wording does. */
  version: string
  frontHtml: string
  backHtml: string
  /** Anchor of the heading it is taught under. */
  passage: string
}

/** Empty for a planned or unknown lesson; throws ContentError for a deck that cannot be read. */
export async function loadDeck(lessonId: string): Promise<CardView[]> {
  const lesson = findLessonById(lessonId)
  if (lesson === null || lesson.status === 'planned') return []
  const root = contentRoot()
  return memoByTree(`deck:${lessonId}`, root, () => readDeck(root, lesson))
}

/** The deck in `root` (the content folder), read now. */
export function readDeck(root: string, lesson: Pick<Lesson, 'id' | 'folder'>): CardView[] {
  const path = join(/*turbopackIgnore: true*/ root, lesson.folder, 'cards.yaml')
  const { cards } = loadYamlFile(root, path, cardsFileSchema)
  const problems: ContentProblem[] = []
  const deck = cards.map((card, index) => {
    const html = (side: 'front' | 'back') => {
      try {
        return renderMarkdown(card[side])
      } catch (error) {
        const message = `cannot be rendered: ${error instanceof Error ? error.message : String(error)}`
        problems.push({ file: displayPath(root, path), key: `cards[${index}].${side}`, message })
        return ''
      }
    }
    return {
      id: itemId(lesson.id, card.id),
      version: itemVersion(card.front, card.back),
      frontHtml: html('front'),
      backHtml: html('back'),
      passage: card.passage,
    }
  })
  if (problems.length > 0) throw new ContentError(problems)
  return deck
}
