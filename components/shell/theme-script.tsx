/**
 * Runs before the first paint: sets the theme, so that a dark page never flashes white, and says whether this browser
 * was signed in last (account-hint.ts), so that nobody is offered what they have. Until React has taken a theme button
 * over, a press on it counts here. Inline, because a file would arrive too late; the content security policy admits it
 * by its hash. In ES5, as nothing rewrites it.
 */
const source = `(function(){var d=document.documentElement,s=function(k){try{return localStorage.getItem(k)}catch(e){}}
function show(){var t=s('theme')
d.dataset.theme=t==='light'||t==='dark'?t:matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light'}
show()
if(s('signed-in'))d.dataset.account='learner'
addEventListener('click',function(e){if(!e.target.closest||!e.target.closest('[data-early=theme]'))return
e.stopPropagation()
var t=s('theme');try{if(t==='dark')localStorage.removeItem('theme');else localStorage.setItem('theme',t==='light'?'dark':'light')}catch(x){}
show()},true)})()`

export function ThemeScript() {
  return <script dangerouslySetInnerHTML={{ __html: source }} />
}
