import { FlaskConical, Layers, ListChecks, Waypoints } from 'lucide-react'
import type { LessonPage } from '@/components/lesson/lesson-data'
import { Link } from '@/components/ui/link'

/** What can be done with this lesson besides reading it. */
export function StudyTools({ lesson }: { lesson: LessonPage }) {
  const tools = [
    {
      icon: Layers,
      title: 'Flashcards',
      detail: count(lesson.cards.length, 'card'),
      href: `${lesson.href}/flashcards`,
    },
    {
      icon: ListChecks,
      title: 'Quiz',
      detail: count(lesson.questions.length, 'question'),
      href: `${lesson.href}/quiz`,
    },
    {
      icon: FlaskConical,
      title: 'Experiments',
      detail: count(lesson.experiments.length, 'recipe'),
      href: '#experiments',
    },
    {
      icon: Waypoints,
      title: 'Mind map',
      detail: 'ideas and links',
      href: `${lesson.href}/mind-map`,
    },
  ]
  return (
    <ul className="grid gap-2">
      {tools.map(({ icon: Icon, title, detail, href }) => (
        <li key={title}>
          <Link
            href={href}
            className="flex min-h-11 items-center gap-3 rounded-control border border-line bg-surface px-3 py-2 text-sm transition-colors hover:border-line-strong hover:bg-sunken"
          >
            <Icon aria-hidden="true" className="size-4 shrink-0 text-accent" />
            <span className="font-medium">{title}</span> <span className="ml-auto text-muted">{detail}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function count(many: number, word: string): string {
  return `${many} ${word}${many === 1 ? '' : 's'}`
}
