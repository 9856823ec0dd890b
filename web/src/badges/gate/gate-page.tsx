import { useEffect, useState } from 'preact/hooks'
import { useMessages } from '../../platform/i18n.ts'
import { Loading } from '../../ui/states.tsx'
import { ChooseScreen } from './choose-screen.tsx'
import { readGateId, writeGateId } from './device-store.ts'
import { EnrolScreen } from './enrol-screen.tsx'
import { LockedScreen } from './locked-screen.tsx'
import { ScanScreen } from './scan-screen.tsx'
import { identity, isLockedOut, pack, startSync } from './sync.ts'

/** The steward's page: enrol the device, choose a gate, scan. Opens and works without network once it was open with it. */
export default function GatePage() {
  const t = useMessages('gate')
  const [gateId, setGateId] = useState<string | null>()
  useEffect(() => {
    document.title = t('title')
  }, [t])
  useEffect(() => {
    becomeInstallable()
    void readGateId().then(kept => setGateId(kept ?? null))
    return startSync()
  }, [])
  if (isLockedOut.value) return <LockedScreen />
  if (identity.value === null) return <EnrolScreen />
  const known = pack.value
  if (identity.value === undefined || gateId === undefined || !known) return <Loading />
  const isThere = known.state.gates.some(gate => gate.id === gateId)
  if (!gateId || !isThere) {
    const choose = (chosen: string) => {
      setGateId(chosen)
      void writeGateId(chosen)
    }
    return <ChooseScreen pack={known} onChoose={choose} />
  }
  return <ScanScreen pack={known} gateId={gateId} onChangeGate={() => setGateId(null)} />
}

/** Its own manifest, so that it is installed as the gate and not as the public pages; and a worker that opens it offline. */
function becomeInstallable(): void {
  document.querySelector('link[rel=manifest]')?.setAttribute('href', '/gate.webmanifest')
  if (import.meta.env.PROD) void navigator.serviceWorker?.register('/sw.js', { scope: '/gate' })
}
