import { useMessages } from '../../platform/i18n.ts'
import { nameOf } from '../names.ts'
import type { Pack } from './device-store.ts'
import { wakeSound } from './sound.ts'
import { StateLine } from './state-line.tsx'

/** The gates of the fair as big buttons. */
export function ChooseScreen({ pack, onChoose }: { pack: Pack; onChoose: (gateId: string) => void }) {
  const t = useMessages('gate')
  const kinds = useMessages('badges')
  const { gates, fair } = pack.state
  return (
    <div class="mx-auto flex w-full max-w-md flex-1 flex-col gap-4 p-5">
      <p class="text-muted">{nameOf(fair)}</p>
      <h1 class="text-2xl font-semibold">{t('choose.title')}</h1>
      {gates.length === 0 && <p>{t('choose.none')}</p>}
      <ul class="flex flex-col gap-3">
        {gates.map(gate => (
          <li key={gate.id}>
            <button
              type="button"
              class="flex min-h-16 w-full cursor-pointer flex-col items-start rounded-box border border-edge bg-base-100 px-4 py-3 text-left hover:border-primary"
              onClick={() => {
                wakeSound()
                onChoose(gate.id)
              }}
            >
              <span class="text-lg font-semibold">{gate.name}</span>
              <span class="text-sm text-muted">
                {gate.kinds.map(kind => kinds(`kind.${kind}`)).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p class="text-sm text-muted">{t('choose.sound')}</p>
      <div class="-mx-3 mt-auto">
        <StateLine />
      </div>
    </div>
  )
}
