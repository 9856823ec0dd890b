import type { Namespaces } from '@hoicho/shared/locales/index.ts'
import type { Activity } from '@hoicho/shared/reports/schema.ts'
import { useMessages } from '../platform/i18n.ts'

type Key = keyof Namespaces['home-desk']

/** An entry of the log in plain words: who, and what they did. An act without words of its own says that something changed. */
export function useActivitySentence() {
  const t = useMessages('home-desk')
  return (entry: Activity): { who: string; what: string } => {
    // An action the catalogue does not know comes back as its own key.
    const key = `activity.${entry.action}` as Key
    const what = t(key as 'activity.other')
    return { who: whoOf(entry, t), what: what === key ? t('activity.other') : what }
  }
}

function whoOf(entry: Activity, t: ReturnType<typeof useMessages<'home-desk'>>): string {
  if (entry.actorName) return entry.actorName
  if (entry.actorKind === 'device') return t('actor.device')
  return t(entry.actorKind === 'public' ? 'actor.public' : 'actor.system')
}
