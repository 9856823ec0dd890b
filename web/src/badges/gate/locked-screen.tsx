import { useMessages } from '../../platform/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { forgetDevice, queuedScans } from './device-store.ts'
import { waiting } from './sync.ts'

/** The device was locked out. What it had not sent is not lost: it can be saved as a file. */
export function LockedScreen() {
  const t = useMessages('gate')
  const save = async () => {
    const scans = (await queuedScans(100_000)).map(({ scan }) => scan)
    const href = URL.createObjectURL(new Blob([JSON.stringify(scans)], { type: 'application/json' }))
    Object.assign(document.createElement('a'), { href, download: 'scans.json' }).click()
    setTimeout(() => URL.revokeObjectURL(href), 60_000)
  }
  const clear = async () => {
    await forgetDevice()
    location.reload()
  }
  return (
    <div class="mx-auto flex w-full max-w-md flex-1 flex-col justify-center gap-4 p-5">
      <h1 class="text-2xl font-semibold">{t('revoked.title')}</h1>
      <p>{t('revoked.text')}</p>
      <p class="tnum font-medium">
        {waiting.value > 0 ? t('queue', { count: waiting.value }) : t('queue.empty')}
      </p>
      <Button kind="primary" wide onClick={() => void save()}>
        {t('revoked.save')}
      </Button>
      <Button kind="danger" wide onClick={() => void clear()}>
        {t('revoked.clear')}
      </Button>
    </div>
  )
}
