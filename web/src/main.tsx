import './style.css'
import { render } from 'preact'
import { App, preload } from './app.tsx'
import { loadMessages, locale } from './platform/i18n.ts'

document.documentElement.lang = locale.peek()
preload(location.pathname.replace(/\/+$/, '') || '/')

const root = document.getElementById('app')
// Without its words no screen can be drawn; a failed fetch is worth one more try.
const words = loadMessages(['platform'])
  .catch(() => loadMessages(['platform']))
  .catch(() => undefined)
void words.then(() => root && render(<App />, root))
