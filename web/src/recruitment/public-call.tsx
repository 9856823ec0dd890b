import type { FairView } from '@hoicho/shared/fairs/schema.ts'
import { registrationStatus } from '@hoicho/shared/recruitment/registration.ts'
import { useFair } from '../fairs/api.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { notify } from '../ui/toast.tsx'

/** The page anybody can apply on: as a link, as a code for paper, as a poster. */
export function PublicCall({ fairId }: { fairId: string }) {
  const t = useMessages('recruitment-desk')
  const p = useMessages('platform')
  const { data } = useFair(fairId)
  if (!data) return null
  const link = `${location.origin}/f/${data.slug}/apply`
  const code = `/api/fairs/${fairId}/public-call.svg`
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    notify({ text: p('status.copied') })
  }
  return (
    <>
      <Section title={t('recruit.public')} lead={t('recruit.public.text')}>
        <div class="flex flex-wrap items-start gap-6">
          <img
            src={code}
            alt={t('recruit.public.code')}
            class="size-48 rounded-field border border-line bg-white p-2"
          />
          <div class="flex min-w-0 flex-1 basis-64 flex-col gap-3">
            <p>
              <span class="block text-sm text-muted">{t('recruit.public.link')}</span>
              <a class="break-all underline" href={link} target="_blank" rel="noreferrer">
                {link}
              </a>
            </p>
            <div class="flex flex-wrap gap-2">
              <Button onClick={() => void copy()}>{p('action.copy')}</Button>
              <Button icon="download" href={code} download={`${data.slug}.svg`}>
                {t('recruit.public.save')}
              </Button>
            </div>
          </div>
        </div>
      </Section>
      <Poster fair={data} />
    </>
  )
}

const POSTERS = [
  ['vi', 'a4'],
  ['vi', 'a3'],
  ['en', 'a4'],
  ['en', 'a3'],
] as const

/** The call as a page to print. Off, with the reason, while nobody could apply by it. */
function Poster({ fair }: { fair: FairView }) {
  const t = useMessages('recruitment-desk')
  const isClosed = registrationStatus(fair, new Date().toISOString()) === 'closed'
  const reason =
    fair.state !== 'published' ? t('recruit.poster.draft') : isClosed ? t('recruit.poster.closed') : undefined
  return (
    <Section title={t('recruit.poster')} lead={reason ?? t('recruit.poster.text')}>
      {!reason && (
        <div class="flex flex-wrap gap-2">
          {POSTERS.map(([lang, paper]) => (
            <Button
              key={lang + paper}
              icon="print"
              href={`/api/fairs/${fair.id}/public-call.pdf?paper=${paper}&lang=${lang}`}
              download
            >
              {t(`recruit.poster.${lang}`, { paper: paper.toUpperCase() })}
            </Button>
          ))}
        </div>
      )}
    </Section>
  )
}
