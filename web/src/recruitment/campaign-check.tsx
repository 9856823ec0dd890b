import type { CampaignView } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { useState } from 'preact/hooks'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/dialog.tsx'
import { SelectField } from '../ui/inputs.tsx'
import { Section } from '../ui/page.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { notify, notifyError } from '../ui/toast.tsx'
import { sendTrial, startCampaign, useAudience, useMailPreview } from './campaigns-api.ts'

/** The last look before letters leave: how many, the mail and the letter of a real recipient, a trial to oneself. */
export function CampaignCheck({ fairId, view }: { fairId: string; view: CampaignView }) {
  const t = useMessages('campaigns-desk')
  const rights = useFairRights(fairId)
  const audience = useAudience(fairId, view.audience)
  const items = audience.data?.items ?? []
  const [picked, setPicked] = useState<string>()
  const reader = picked ?? items[0]?.establishmentId
  const mail = useMailPreview(fairId, view.id, reader)
  const counts = audience.data?.counts
  const trial = async () => {
    if (!reader) return
    await sendTrial(fairId, view.id, reader).then(
      ({ to }) => notify({ text: t('check.trial.sent', { to: to ?? '' }) }),
      notifyError,
    )
  }
  return (
    <>
      <Section
        title={t('check.title')}
        lead={
          counts &&
          t('check.reach', { count: formatNumber(counts.willGet), total: formatNumber(counts.total) })
        }
      >
        {counts && counts.willGet === 0 && <Notice tone="warning">{t('check.nobody')}</Notice>}
        <Actions>
          <ConfirmButton
            kind="primary"
            title={t('check.start.title', { count: formatNumber(counts?.willGet ?? 0) })}
            text={t('check.start.text')}
            confirmLabel={t('check.start')}
            disabledReason={
              rights.whyNot('recruitment.run-campaigns') ??
              (counts?.willGet === 0 ? t('check.nobody') : undefined)
            }
            onConfirm={() => startCampaign(fairId, view)}
          >
            {t('check.start')}
          </ConfirmButton>
          <Button href={`/desk/fairs/${fairId}/campaigns/new?draft=${view.id}`}>{t('campaign.edit')}</Button>
          <Button kind="quiet" onClick={() => void trial()}>
            {t('check.trial')}
          </Button>
        </Actions>
      </Section>
      {reader && (
        <Section title={t('check.preview')}>
          <SelectField
            id="check-reader"
            name="reader"
            label={t('check.reader')}
            value={reader}
            onValue={setPicked}
            options={items.map(item => ({ value: item.establishmentId, label: item.name }))}
          />
          <div class="mt-4 grid gap-5 lg:grid-cols-2">
            <div class="min-w-0">
              <h3 class="mb-2 font-semibold">{t('check.mail')}</h3>
              <Await query={mail}>
                {data => (
                  <>
                    <p class="text-sm text-muted">{data.to ?? t('invitee.skip.no-e-mail')}</p>
                    <p class="mb-2 font-semibold">{data.subject}</p>
                    <div class="rounded-field border border-line bg-base-200 p-4 whitespace-pre-line wrap-anywhere">
                      {data.text}
                    </div>
                  </>
                )}
              </Await>
            </div>
            <div class="min-w-0">
              <h3 class="mb-2 font-semibold">{t('check.letter')}</h3>
              <iframe
                title={t('check.letter')}
                class="h-[34rem] w-full rounded-field border border-line"
                src={`/api/fairs/${fairId}/campaigns/${view.id}/letter.pdf?establishmentId=${reader}`}
              />
            </div>
          </div>
        </Section>
      )}
    </>
  )
}
