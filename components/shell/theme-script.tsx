/**
 * Sets the theme before the first paint, so that a dark page never flashes white. Inline, because a
 * file would arrive too late; the content security policy admits it by its hash.
 */
const source = `(function(){var t;try{t=localStorage.getItem('theme')}catch(e){}
if(t!=='light'&&t!=='dark')t=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light';
document.documentElement.dataset.theme=t})()`

export function ThemeScript() {
  return <script dangerouslySetInnerHTML={{ __html: source }} />
}
