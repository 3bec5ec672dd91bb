import type { LessonHeading } from '@/components/lesson/lesson-data'

interface Props {
  headings: LessonHeading[]
  /** What stands below the text, the same in every lesson. */
  foot?: LessonHeading[]
}

/** The lesson's sections as plain links; reading-guide.tsx marks the one being read, by a bar and for screen readers. */
export function ContentsList({ headings, foot = [] }: Props) {
  return (
    <ol data-contents="" className="grid border-line border-l text-sm">
      {[...headings, ...foot].map((heading) => (
        <li key={heading.anchor}>
          <a
            href={`#${heading.anchor}`}
            data-section={heading.depth > 2 ? undefined : foot.includes(heading) ? 'foot' : 'text'}
            className={`-ml-px block border-transparent border-l-[3px] py-1 pr-2 max-lg:py-2 text-muted leading-snug hover:text-ink aria-[current]:border-accent aria-[current]:text-ink forced-colors:border-l-0 forced-colors:aria-[current]:border-l-[3px] ${heading.depth > 2 ? 'pl-7' : 'pl-4'}`}
          >
            {heading.title}
          </a>
        </li>
      ))}
    </ol>
  )
}
