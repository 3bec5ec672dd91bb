/**
 * Checks that the versions of a lesson have the same sections, in the same order,
 * under the same ids: what the switch between them and the place that is kept in
 * the browser rely on. Pure. The content test asks, and so does every page that
 * is built.
 */
import type { Root } from 'mdast'
import type { ContentProblem } from '@/lib/course/files/content-error'
import { type Heading, headingsOf } from '@/lib/course/prose/lesson-prose'
import { suggestName } from '@/lib/course/prose/nearest-name'

export interface VersionProse {
  name: string
  /** `content/…/versions/plain.mdx`, for messages. */
  file: string
  tree: Root
}

/** The first is the default version, which the others are held against. */
export function checkSections([original, ...others]: readonly VersionProse[]): ContentProblem[] {
  if (original === undefined) return []
  const wanted = sectionsOf(original)
  const ids = wanted.map(({ anchor }) => anchor)
  return others.flatMap((version) => {
    const { file } = version
    const found = sectionsOf(version)
    const free = ids.filter((id) => !found.some(({ anchor }) => anchor === id))
    const problems: ContentProblem[] = []
    for (const { anchor, title, line } of found) {
      if (ids.includes(anchor)) continue
      const message = `${fileNameOf(original)} has no section "${anchor}".${suggestName(anchor, free)} Give it the id of its counterpart: ## ${title} {/* #its-id */}.`
      problems.push({ file, key: `${line}:1`, message })
    }
    wanted.forEach(({ anchor, title, line }, index) => {
      if (found.some((section) => section.anchor === anchor)) return
      const before = wanted
        .slice(0, index)
        .findLast((section) => found.some((other) => other.anchor === section.anchor))
      const at = found.find((section) => section.anchor === before?.anchor)?.line ?? 1
      const message = `the section "${anchor}" is missing ("${title}", line ${line} of ${fileNameOf(original)}). It belongs behind this one.`
      problems.push({ file, key: `${at}:1`, message })
    })
    if (problems.length > 0) return problems
    const late = found.findIndex(({ anchor }, index) => anchor !== ids[index])
    if (late === -1) return []
    const message = `the section "${found[late]?.anchor}" is out of order: in ${fileNameOf(original)}, "${ids[late]}" stands here.`
    return [{ file, key: `${found[late]?.line}:1`, message }]
  })
}

export function sectionsOf({ tree }: VersionProse): Heading[] {
  return headingsOf(tree).filter(({ depth }) => depth === 2)
}

/** Within the lesson's folder: `versions/plain.mdx`. */
export function fileNameOf({ file }: VersionProse): string {
  return /(?:versions\/)?[^/]+$/.exec(file)?.[0] ?? file
}
