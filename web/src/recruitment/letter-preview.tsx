import { useMessages } from '../platform/i18n.ts'
import { Await } from '../ui/states.tsx'
import { useLetter } from './desk-api.ts'

/** The letter as the first chosen establishment would get it. */
export function LetterPreview(props: { fairId: string; establishmentId: string | undefined }) {
  const t = useMessages('recruitment-desk')
  const letter = useLetter(props.fairId, props.establishmentId)
  return (
    <Await query={letter}>
      {({ subject, text }) => (
        <>
          <p class="text-sm text-muted">{t('recruit.preview.subject')}</p>
          <p class="mb-3 font-semibold">{subject}</p>
          <div class="rounded-field border border-line bg-base-200 p-4 whitespace-pre-line">{text}</div>
        </>
      )}
    </Await>
  )
}
