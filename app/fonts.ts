/**
 * The letters of plain English in the site's two typefaces, as scripts/start/fonts.mjs cuts them out. The upright ones are
 * fetched before anything asks for them; a font that comes too late for the first picture is left for the next page
 * (`optional`), so that nothing moves under a reader. Other letters: fonts.css.
 */
import localFont from 'next/font/local'

// The loader reads literals only, so what the three share is written three times.
const sans = localFont({
  src: './fonts/inter.woff2',
  weight: '400 700',
  display: 'optional',
  adjustFontFallback: false,
  declarations: [
    { prop: 'font-family', value: 'Inter' },
    { prop: 'unicode-range', value: 'U+20-7E,U+A0,U+B7,U+D7,U+2013-2014,U+2018-2019,U+201C-201D,U+2026' },
  ],
})

const serif = localFont({
  src: './fonts/source-serif.woff2',
  weight: '400 700',
  display: 'optional',
  adjustFontFallback: false,
  declarations: [
    { prop: 'font-family', value: 'Source Serif' },
    { prop: 'unicode-range', value: 'U+20-7E,U+A0,U+B7,U+D7,U+2013-2014,U+2018-2019,U+201C-201D,U+2026' },
  ],
})

const serifItalic = localFont({
  src: './fonts/source-serif-italic.woff2',
  weight: '400 700',
  style: 'italic',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: 'font-family', value: 'Source Serif' },
    { prop: 'unicode-range', value: 'U+20-7E,U+A0,U+B7,U+D7,U+2013-2014,U+2018-2019,U+201C-201D,U+2026' },
  ],
})

/** Named so that they are kept: the families go by name (globals.css). */
export const typefaces = [sans, serif, serifItalic]
