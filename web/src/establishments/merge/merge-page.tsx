import type { MergePreview } from '@hoicho/shared/establishments/merge-schema.ts'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useOrganizer } from '../../identity/use-organizer.ts'
import { formatNumber } from '../../platform/format.ts'
import { useMessages } from '../../platform/i18n.ts'
import type { PageProps } from '../../platform/page.ts'
import { useWhyNot } from '../../platform/rights.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/dialog.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Await, Loading, Notice } from '../../ui/states.tsx'
import { notify } from '../../ui/toast.tsx'
import { mergeRecords, useMergePreview } from './merge-api.ts'
import { useGroupLabel, useGroupText } from './merge-words.ts'

/** Two records side by side: which one stays, which value of each stays, what moves, what stands against it. */
export default function MergePage({ query }: PageProps) {
  const { organizer } = useOrganizer()
  const { survivor = '', absorbed = '' } = query
  if (!organizer) return <Loading lines={8} />
  return <Compare key={survivor} organizerId={organizer.id} survivor={survivor} absorbed={absorbed} />
}

interface CompareProps {
  organizerId: string
  survivor: string
  absorbed: string
}

function Compare({ organizerId, survivor, absorbed }: CompareProps) {
  const t = useMessages('directory-merge-desk')
  const d = useMessages('establishments-desk')
  const preview = useMergePreview(organizerId, survivor, absorbed)
  return (
    <Page
      title={t('merge.title')}
      lead={preview.data && t('merge.lead', { days: preview.data.undoDays })}
      breadcrumbs={[
        { label: d('title'), href: '/desk/establishments' },
        { label: t('title'), href: '/desk/establishments/duplicates' },
      ]}
      actions={
        <Button href={`/desk/establishments/merge?survivor=${absorbed}&absorbed=${survivor}`}>
          {t('swap')}
        </Button>
      }
    >
      <Await query={preview} lines={8}>
        {data => <Filled organizerId={organizerId} preview={data} />}
      </Await>
    </Page>
  )
}

type Side = 'survivor' | 'absorbed'
type Choices = Record<string, Side>

function Filled({ organizerId, preview }: { organizerId: string; preview: MergePreview }) {
  const t = useMessages('directory-merge-desk')
  const { route } = useLocation()
  const whyNot = useWhyNot()
  const [choices, setChoices] = useState<Choices>({})
  const { survivor, absorbed, undoDays } = preview
  const merge = async () => {
    await mergeRecords(organizerId, {
      survivorId: survivor.id,
      absorbedId: absorbed.id,
      choices,
      survivorVersion: survivor.version,
      absorbedVersion: absorbed.version,
    })
    notify({ text: t('done', { name: survivor.name }) })
    route('/desk/establishments/duplicates')
  }
  return (
    <>
      {preview.refusals.length > 0 && <Refusals refusals={preview.refusals} />}
      <Section>
        <Values preview={preview} choices={choices} onChoices={setChoices} />
      </Section>
      <Section title={t('moves')}>
        <Moves preview={preview} />
      </Section>
      {preview.refusals.length === 0 && (
        <div>
          <ConfirmButton
            kind="primary"
            title={t('do.ask', { name: survivor.name })}
            text={t('do.text', { name: survivor.name, absorbed: absorbed.name, days: undoDays })}
            confirmLabel={t('do')}
            disabledReason={whyNot('establishments.merge', { organizerId })}
            onConfirm={merge}
          >
            {t('do')}
          </ConfirmButton>
        </div>
      )}
    </>
  )
}

function Refusals({ refusals }: Pick<MergePreview, 'refusals'>) {
  const t = useMessages('directory-merge-desk')
  const text = ({ code, fair }: MergePreview['refusals'][number]) => {
    if (code !== 'both-apply') return t(`refusal.${code}`)
    return fair ? t('refusal.both-apply', { fair }) : t('refusal.both-apply.other')
  }
  return (
    <Notice tone="warning" title={t('cannot')}>
      <ul class="list-disc pl-5">
        {refusals.map(refusal => (
          <li key={`${refusal.code}.${refusal.fair}`}>{text(refusal)}</li>
        ))}
      </ul>
    </Notice>
  )
}

interface ValuesProps {
  preview: MergePreview
  choices: Choices
  onChoices: (choices: Choices) => void
}

/** One row a group of values; where there is a choice, the value itself is the button. */
function Values({ preview, choices, onChoices }: ValuesProps) {
  const t = useMessages('directory-merge-desk')
  const { groups, survivor, absorbed } = preview
  const label = useGroupLabel()
  const isLocked = groups.some(group => !group.isOpen && group.suggested === 'survivor' && survivor.isClaimed)
  return (
    <div class="flex flex-col gap-3">
      <div class="hidden gap-4 border-b border-line pb-2 sm:grid sm:grid-cols-[minmax(8rem,1fr)_2fr_2fr]">
        <span class="text-sm text-muted">{t('what')}</span>
        <Head title={t('keep')} record={survivor} />
        <Head title={t('into')} record={absorbed} />
      </div>
      {groups.length === 0 && <p>{t('same')}</p>}
      {groups.map(group => (
        <fieldset
          key={group.group}
          class="grid gap-x-4 gap-y-1 border-b border-line pb-3 sm:grid-cols-[minmax(8rem,1fr)_2fr_2fr]"
        >
          <legend class="contents">
            <span class="py-2 font-medium text-muted">{label(group.group)}</span>
          </legend>
          {(['survivor', 'absorbed'] as const).map(side => (
            <Value
              key={side}
              group={group}
              side={side}
              owner={side === 'survivor' ? survivor.name : absorbed.name}
              isChosen={(choices[group.group] ?? group.suggested) === side}
              onChoose={() => onChoices({ ...choices, [group.group]: side })}
            />
          ))}
        </fieldset>
      ))}
      {isLocked && <p class="text-sm text-muted">{t('locked')}</p>}
    </div>
  )
}

function Head({ title, record }: { title: string; record: MergePreview['survivor'] }) {
  const t = useMessages('directory-merge-desk')
  return (
    <span>
      <span class="block text-sm text-muted">{title}</span>
      <a class="font-semibold hover:text-primary hover:underline" href={`/desk/establishments/${record.id}`}>
        {record.name}
      </a>
      {record.isClaimed && <span class="block text-sm text-muted">{t('claimed')}</span>}
    </span>
  )
}

interface ValueProps {
  group: MergePreview['groups'][number]
  side: Side
  owner: string
  isChosen: boolean
  onChoose: () => void
}

function Value({ group, side, owner, isChosen, onChoose }: ValueProps) {
  const t = useMessages('directory-merge-desk')
  const text = useGroupText()(group.group, group[side]) || t('empty')
  const id = `${group.group}-${side}`
  return (
    <div class={`flex items-start gap-2 rounded-field px-2 ${isChosen ? 'bg-primary/6' : 'text-muted'}`}>
      <input
        id={id}
        type="radio"
        class="radio radio-primary radio-sm mt-2.5"
        name={group.group}
        checked={isChosen}
        disabled={!group.isOpen}
        onChange={onChoose}
      />
      <label for={id} class="min-w-0 flex-1 cursor-pointer py-2 break-words">
        <span class="block text-sm text-muted sm:sr-only">{owner}</span>
        {text}
      </label>
    </div>
  )
}

function Moves({ preview }: { preview: MergePreview }) {
  const t = useMessages('directory-merge-desk')
  const { moves, stays, changes } = preview
  const list = stays.map(({ table, count }) => `${t(`table.${table}`)} (${count})`).join(', ')
  return (
    <div class="flex flex-col gap-2">
      {moves.length === 0 && <p>{t('moves.none')}</p>}
      <ul class="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {moves.map(({ table, count }) => (
          <li key={table} class="flex justify-between gap-4 border-b border-line py-1.5">
            <span>{t(`table.${table}`)}</span>
            <span class="tnum font-medium">{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
      {stays.length > 0 && <p class="text-sm text-muted">{t('stays', { list })}</p>}
      {changes > 0 && <p class="text-sm text-muted">{t('changes', { count: changes })}</p>}
      {moves.some(({ table }) => table === 'contract') && <p class="text-sm text-muted">{t('papers')}</p>}
    </div>
  )
}
