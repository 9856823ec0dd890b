import { Problem } from '../../platform/problem.ts'
import { Button } from '../button.tsx'
import { ConfirmButton } from '../dialog.tsx'
import { Section } from '../page.tsx'
import { StateTag } from '../state-tag.tsx'
import { EmptyState, ErrorState, Loading, Notice } from '../states.tsx'
import { SummaryList } from '../summary-list.tsx'
import sample from './sample.json'

const { texts, rows } = sample
const TONES = ['neutral', 'info', 'success', 'warning', 'error'] as const

export function GalleryStates() {
  return (
    <>
      <Section title={texts.task4}>
        <SummaryList
          rows={[
            { key: 'name', label: texts.companyName, value: rows[0]?.name, href: '/ui' },
            { key: 'booth', label: texts.booth, value: texts.standardHint, onChange: () => undefined },
            { key: 'deadline', label: texts.deadline, value: '–' },
          ]}
        />
      </Section>
      <Section title="Button">
        <div class="flex flex-wrap items-start gap-2">
          <Button kind="primary" busy>
            {texts.invite}
          </Button>
          <ConfirmButton title={texts.cancelTitle} text={texts.cancelText} onConfirm={() => undefined}>
            {texts.cancel}
          </ConfirmButton>
          <Button small>{texts.invite}</Button>
          <Button kind="primary" disabledReason={texts.notOpen}>
            {texts.invite}
          </Button>
        </div>
      </Section>
      <Section title="State">
        <div class="flex flex-wrap gap-2">
          {TONES.map(tone => (
            <StateTag key={tone} tone={tone}>
              {rows.find(row => row.tone === tone)?.state}
            </StateTag>
          ))}
        </div>
        <div class="mt-4 flex flex-col gap-3">
          <Notice>{texts.deadline}</Notice>
          <Notice tone="warning" title={texts.notOpen} action={<Button small>{texts.invite}</Button>}>
            {texts.emptyText}
          </Notice>
          <ErrorState error={new Problem(500, { requestId: '0199-7f3a' })} retry={() => undefined} />
          <EmptyState title={texts.emptyTitle} action={<Button kind="primary">{texts.invite}</Button>}>
            {texts.emptyText}
          </EmptyState>
          <Loading lines={3} />
        </div>
      </Section>
    </>
  )
}
