import type { Audience } from '@hoicho/shared/recruitment/campaign-schema.ts'
import {
  CERTIFICATE_KINDS,
  HAS_EMAIL,
  PAST_FAIRS,
  TITLE_LEVELS,
  TITLE_SCHEMES,
} from '@hoicho/shared/recruitment/vocabulary.ts'
import { useState } from 'preact/hooks'
import { useProvinceName, useProvinceOptions, useSectorOptions } from '../establishments/reference.ts'
import { useFair } from '../fairs/api.ts'
import { formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField, CheckboxGroup } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextField } from '../ui/inputs.tsx'
import { ErrorState, Loading } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { saveList, useAudience, useSavedLists } from './campaigns-api.ts'

interface Props {
  fairId: string
  audience: Audience
  onAudience: (audience: Audience) => void
}

/** Whom to write to: every condition narrows; the figures beside it follow at once. */
export function AudienceFields({ fairId, audience, onAudience }: Props) {
  const t = useMessages('campaigns-desk')
  const organizerId = useFair(fairId).data?.organizerId
  const lists = useSavedLists(organizerId)
  const set = <K extends keyof Audience>(name: K, value: Audience[K]) =>
    onAudience({ ...audience, [name]: value })
  const scheme = audience.titleScheme
  return (
    <div class="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div class="flex flex-col gap-5">
        <SelectField
          id="audience-list"
          name="list"
          label={t('audience.list')}
          required={false}
          value={audience.listId ?? ''}
          onValue={value => set('listId', value || null)}
          options={[
            { value: '', label: t('audience.directory') },
            ...(lists.data ?? []).map(list => ({
              value: list.id,
              label: `${list.name} (${formatNumber(list.members)})`,
            })),
          ]}
        />
        <Provinces value={audience.provinces} onValue={value => set('provinces', value)} />
        <CheckboxGroup
          id="audience-sectors"
          name="sectors"
          label={t('audience.sectors')}
          required={false}
          columns
          value={audience.sectors}
          onValue={value => set('sectors', [...value])}
          options={useSectorOptions()}
        />
        <SelectField
          id="audience-title"
          name="title"
          label={t('audience.title')}
          hint={t('audience.opening')}
          required={false}
          width="md"
          value={scheme ?? ''}
          onValue={value =>
            onAudience({
              ...audience,
              titleScheme: TITLE_SCHEMES.find(one => one === value) ?? null,
              titleLevels: [],
            })
          }
          options={[
            { value: '', label: t('audience.any') },
            ...TITLE_SCHEMES.map(value => ({ value, label: t(`title.${value}`) })),
          ]}
        />
        {scheme && (
          <CheckboxGroup<string>
            id="audience-levels"
            name="levels"
            label={t('audience.levels')}
            required={false}
            columns
            value={audience.titleLevels}
            onValue={value => set('titleLevels', [...value])}
            options={TITLE_LEVELS[scheme].map(value => ({ value, label: t(`level.${value}`) }))}
          />
        )}
        <CheckboxGroup
          id="audience-certificates"
          name="certificates"
          label={t('audience.certificates')}
          hint={t('audience.opening')}
          required={false}
          columns
          value={audience.certificates}
          onValue={value => set('certificates', [...value])}
          options={CERTIFICATE_KINDS.map(value => ({ value, label: t(`certificate.${value}`) }))}
        />
        <SelectField
          id="audience-past"
          name="past"
          label={t('audience.past')}
          required={false}
          width="md"
          value={audience.pastFairs}
          onValue={value => set('pastFairs', value)}
          options={PAST_FAIRS.map(value => ({ value, label: t(`past.${value}`) }))}
        />
        <SelectField
          id="audience-email"
          name="email"
          label={t('audience.email')}
          required={false}
          width="md"
          value={audience.email}
          onValue={value => set('email', value)}
          options={HAS_EMAIL.map(value => ({ value, label: t(`email.${value}`) }))}
        />
        <CheckboxField
          id="audience-new"
          name="new"
          label={t('audience.new')}
          value={audience.neverInvited}
          onValue={value => set('neverInvited', value)}
        />
      </div>
      <Reach fairId={fairId} audience={audience} organizerId={organizerId} />
    </div>
  )
}

/** Provinces one by one: of today and of before the merger. */
function Provinces({ value, onValue }: { value: readonly string[]; onValue: (value: string[]) => void }) {
  const t = useMessages('campaigns-desk')
  const options = useProvinceOptions('all')
  const label = (key: string) => options.find(option => option.value === key)?.label ?? key
  return (
    <div class="flex flex-col gap-2">
      <SelectField
        id="audience-province"
        name="province"
        label={t('audience.provinces')}
        hint={t('audience.provinces.hint')}
        required={false}
        width="md"
        value=""
        onValue={picked => picked && onValue([...new Set([...value, picked])])}
        options={[
          { value: '', label: t(value.length > 0 ? 'audience.province.more' : 'audience.any') },
          ...options.filter(option => !value.includes(option.value)),
        ]}
      />
      <ul class="flex flex-wrap gap-2 empty:hidden">
        {value.map(key => (
          <li key={key}>
            <Button small icon="close" onClick={() => onValue(value.filter(one => one !== key))}>
              {t('audience.province.off', { name: label(key) })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const SKIPPED = ['alreadyInvited', 'noEmail', 'optedOut'] as const

/** How many answer now, why some get no letter, and the first of them. */
function Reach(props: { fairId: string; audience: Audience; organizerId: string | undefined }) {
  const t = useMessages('campaigns-desk')
  const province = useProvinceName()
  const preview = useAudience(props.fairId, props.audience)
  const { data, error } = preview
  if (error && !data) return <ErrorState error={error} retry={preview.refetch} />
  if (!data) return <Loading lines={6} />
  return (
    <aside class="flex flex-col gap-3 self-start rounded-box border border-line bg-base-200 p-4 lg:sticky lg:top-4">
      <p aria-live="polite">
        <span class="tnum block text-3xl font-semibold">{formatNumber(data.counts.willGet)}</span>
        {t('reach.will', { total: formatNumber(data.counts.total) })}
      </p>
      <ul class="text-sm text-muted empty:hidden">
        {SKIPPED.filter(name => data.counts[name] > 0).map(name => (
          <li key={name}>{t(`reach.${name}`, { count: formatNumber(data.counts[name]) })}</li>
        ))}
      </ul>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <ul class="max-h-72 overflow-y-auto text-sm" tabIndex={0} aria-label={t('reach.list')}>
        {data.items.map(item => (
          <li key={item.establishmentId} class="border-t border-line py-1">
            {item.name}
            <span class="block text-muted">
              {[
                province(item.provinceScheme, item.provinceCode),
                item.skipReason ? t(`invitee.skip.${item.skipReason}`) : item.email,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {data.counts.total > data.items.length && (
        <p class="text-sm text-muted">{t('reach.first', { count: data.items.length })}</p>
      )}
      {props.organizerId && <SaveList {...props} organizerId={props.organizerId} />}
    </aside>
  )
}

function SaveList(props: { fairId: string; audience: Audience; organizerId: string }) {
  const t = useMessages('campaigns-desk')
  const p = useMessages('platform')
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [error, setError] = useState<unknown>()
  const save = async () => {
    setError(undefined)
    try {
      const { members } = await saveList(props.organizerId, name, props.fairId, props.audience)
      notify({ text: t('list.saved', { count: formatNumber(members) }) })
      setOpen(false)
    } catch (reason) {
      setError(reason)
    }
  }
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {t('list.save')}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t('list.save')}
        actions={
          <>
            <Button
              kind="primary"
              disabledReason={name.trim() ? undefined : t('list.name.missing')}
              onClick={() => void save()}
            >
              {p('action.save')}
            </Button>
            <Button onClick={() => setOpen(false)}>{p('action.cancel')}</Button>
          </>
        }
      >
        {error !== undefined && <ErrorState error={error} />}
        <TextField
          id="list-name"
          name="name"
          label={t('list.name')}
          maxLength={120}
          value={name}
          onValue={setName}
        />
      </Dialog>
    </>
  )
}
