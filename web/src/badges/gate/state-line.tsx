import { useEffect, useState } from 'preact/hooks'
import { useMessages } from '../../platform/i18n.ts'
import { ToneMark } from '../../ui/state-tag.tsx'
import { clockOffsetMs, isOnline, pack, waiting } from './sync.ts'

/** Network, what waits to be sent, how old the data is, and a wrong clock: always on screen. */
export function StateLine() {
  const t = useMessages('gate')
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000)
    return () => clearInterval(timer)
  }, [])
  const minutes = Math.max(0, Math.floor((now - (pack.value?.receivedAt ?? now)) / 60_000))
  const offset = Math.round(Math.abs(clockOffsetMs.value) / 1000)
  return (
    <output class="tnum flex flex-wrap gap-x-4 gap-y-1 px-3 py-1.5 text-sm">
      <span
        class={`flex items-center gap-1.5 font-medium ${isOnline.value ? 'text-success' : 'text-warning'}`}
      >
        <ToneMark tone={isOnline.value ? 'success' : 'warning'} />
        {t(isOnline.value ? 'online' : 'offline')}
      </span>
      <span>{waiting.value > 0 ? t('queue', { count: waiting.value }) : t('queue.empty')}</span>
      <span>{minutes > 0 ? t('age.minutes', { minutes }) : t('age.now')}</span>
      {offset > 0 && <span class="text-warning">{t('clock', { seconds: offset })}</span>}
    </output>
  )
}
