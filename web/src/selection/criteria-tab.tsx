import { BLIND_FIELDS, type BlindField } from '@hoicho/shared/selection/council.ts'
import type { CriteriaView, CriterionView } from '@hoicho/shared/selection/schema.ts'
import { formatNumber } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { CheckboxField, CheckboxGroup } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea, TextField } from '../ui/inputs.tsx'
import { NumberField } from '../ui/number-fields.tsx'
import { Section } from '../ui/page.tsx'
import { Await, EmptyState, Notice } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { type Form as FormState, useForm } from '../ui/use-form.ts'
import { saveCriteria, useCriteria } from './api.ts'
import { deskText } from './words.tsx'

export function CriteriaTab({ fairId }: { fairId: string }) {
  return (
    <Await query={useCriteria(fairId)}>
      {view =>
        view.isFrozen ? <FrozenCriteria view={view} /> : <CriteriaForm fairId={fairId} view={view} />
      }
    </Await>
  )
}

function FrozenCriteria({ view }: { view: CriteriaView }) {
  const t = useMessages('selection-desk')
  return (
    <div class="flex flex-col gap-4">
      <Notice>{t('criteria.frozen')}</Notice>
      <Section bare>
        <ol class="rounded-box border border-line bg-base-100">
          {view.items.map(item => (
            <li
              key={item.code}
              class="flex items-start justify-between gap-4 border-b border-line p-3 last:border-b-0"
            >
              <div class="min-w-0">
                <p class="font-medium">{locale.value === 'vi' ? item.nameVi : item.nameEn || item.nameVi}</p>
                <p class="max-w-prose text-sm text-muted">
                  {locale.value === 'vi' ? item.guidanceVi : item.guidanceEn || item.guidanceVi}
                </p>
              </div>
              <span class="tnum font-semibold whitespace-nowrap">
                {t('criteria.points', { points: item.maxPoints })}
              </span>
            </li>
          ))}
        </ol>
      </Section>
    </div>
  )
}

/** A row as typed: the points may be missing for a moment. */
type Row = Omit<CriterionView, 'maxPoints' | 'values' | 'knockOut'> & {
  maxPoints: number | null
  /** One named value a line: `10 = Cấp tỉnh`. */
  values: string
  knockOutBelow: number | null
  knockOutMembers: number | null
}
type Values = { items: readonly Row[]; blindFields: readonly BlindField[] }

const rowOf = ({ values, knockOut, ...item }: CriterionView): Row => ({
  ...item,
  values: values
    .map(({ points, labelVi, labelEn }) => [`${points} = ${labelVi}`, labelEn].filter(Boolean).join(' | '))
    .join('\n'),
  knockOutBelow: knockOut?.below ?? null,
  knockOutMembers: knockOut?.members ?? null,
})

/** The criterion as typed. A missing number goes as 0, a line without points as NaN, which the server points at. */
function criterionOf({ values, knockOutBelow, knockOutMembers, maxPoints, ...row }: Row) {
  const lines = values.split('\n').filter(line => line.trim() !== '')
  const isKnockOut = knockOutBelow !== null || knockOutMembers !== null
  return {
    ...row,
    maxPoints: maxPoints ?? 0,
    values: lines.map(line => {
      const [points = '', words = ''] = line.split(/=(.*)/s)
      const [labelVi = '', labelEn = ''] = words.split('|').map(word => word.trim())
      return { points: points.trim() === '' ? -1 : Number(points), labelVi, labelEn }
    }),
    knockOut: isKnockOut ? { below: knockOutBelow ?? 0, members: knockOutMembers ?? 1 } : null,
  }
}

const EMPTY: Row = {
  code: '',
  nameVi: '',
  nameEn: '',
  guidanceVi: '',
  guidanceEn: '',
  maxPoints: null,
  values: '',
  allowsBetween: true,
  isOptional: false,
  knockOutBelow: null,
  knockOutMembers: null,
}

function CriteriaForm({ fairId, view }: { fairId: string; view: CriteriaView }) {
  const t = useMessages('selection-desk')
  const form = useForm<Values>({
    initial: { items: view.items.map(rowOf), blindFields: view.blindFields },
    submit: async ({ items, blindFields }) => {
      await saveCriteria(fairId, { items: items.map(criterionOf), blindFields: [...blindFields] })
      notify({ text: t('criteria.saved') })
    },
  })
  const { items } = form.values
  const sum = items.reduce((total, item) => total + (item.maxPoints ?? 0), 0)
  if (items.length === 0) {
    return (
      <EmptyState
        title={t('criteria.empty')}
        action={
          <Button
            kind="primary"
            onClick={() => form.set('items', view.proposed.length > 0 ? view.proposed.map(rowOf) : [EMPTY])}
          >
            {t(view.proposed.length > 0 ? 'criteria.use-proposed' : 'criteria.add')}
          </Button>
        }
      >
        <p>{t('criteria.empty.text')}</p>
        {view.proposalBasis && (
          <p class="mt-1 text-sm">{t('criteria.basis', { basis: view.proposalBasis })}</p>
        )}
      </EmptyState>
    )
  }
  return (
    <Form form={form}>
      <p class="max-w-prose text-muted">{t('criteria.lead')}</p>
      {items.map((_, index) => (
        <CriterionRow key={index} form={form} index={index} />
      ))}
      <Section title={t('blind.title')} lead={t('blind.lead')}>
        <CheckboxGroup
          {...form.field('blindFields')}
          label={t('blind.fields')}
          options={BLIND_FIELDS.map(value => ({ value, label: deskText(`blind.${value}`) }))}
        />
      </Section>
      <div class="sticky bottom-0 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-base-200 py-3">
        <strong class={`tnum ${sum === 100 ? '' : 'text-error'}`}>
          {t('criteria.sum', { sum: formatNumber(sum) })}
        </strong>
        <Actions>
          <Button
            kind="primary"
            type="submit"
            busy={form.pending}
            disabledReason={sum === 100 ? undefined : t('criteria.sum-wrong', { sum })}
          >
            {t('criteria.save')}
          </Button>
          <Button icon="plus" onClick={() => form.set('items', [...items, EMPTY])}>
            {t('criteria.add')}
          </Button>
        </Actions>
      </div>
    </Form>
  )
}

function CriterionRow({ form, index }: { form: FormState<Values>; index: number }) {
  const t = useMessages('selection-desk')
  const { items } = form.values
  const remove = () =>
    form.set(
      'items',
      items.filter((_, at) => at !== index),
    )
  return (
    <Section
      title={items[index]?.nameVi || t('criteria.number', { number: index + 1 })}
      actions={
        <Button kind="quiet" small icon="trash" onClick={remove}>
          {t('criteria.remove')}
        </Button>
      }
    >
      <div class="grid gap-4 md:grid-cols-[1fr_12rem_8rem]">
        <TextField {...form.item('items', index, 'nameVi')} label={t('criteria.name-vi')} />
        <TextField {...form.item('items', index, 'code')} label={t('criteria.code')} spellcheck={false} />
        <NumberField {...form.item('items', index, 'maxPoints')} label={t('criteria.max-points')} />
      </div>
      <div class="mt-4 grid gap-4 md:grid-cols-2">
        <TextArea
          {...form.item('items', index, 'guidanceVi')}
          label={t('criteria.guidance-vi')}
          rows={3}
          required={false}
        />
        <div class="flex flex-col gap-4">
          <TextField
            {...form.item('items', index, 'nameEn')}
            label={t('criteria.name-en')}
            required={false}
          />
          <TextArea
            {...form.item('items', index, 'guidanceEn')}
            label={t('criteria.guidance-en')}
            rows={2}
            required={false}
          />
        </div>
      </div>
      <Finer form={form} index={index} />
    </Section>
  )
}

/** Named values, leaving out, shutting out: what most criteria do without. */
function Finer({ form, index }: { form: FormState<Values>; index: number }) {
  const t = useMessages('selection-desk')
  return (
    <details class="mt-4">
      <summary class="flex min-h-11 cursor-pointer items-center text-primary">{t('criteria.finer')}</summary>
      <div class="grid gap-4 md:grid-cols-2">
        <div class="flex flex-col gap-2">
          <TextArea
            {...form.item('items', index, 'values')}
            label={t('criteria.values')}
            hint={t('criteria.values.hint')}
            rows={4}
            required={false}
          />
          <CheckboxField {...form.item('items', index, 'allowsBetween')} label={t('criteria.between')} />
        </div>
        <div class="flex flex-col gap-2">
          <CheckboxField
            {...form.item('items', index, 'isOptional')}
            label={t('criteria.optional')}
            hint={t('criteria.optional.hint')}
          />
          <p class="text-sm text-muted">{t('criteria.knock-out')}</p>
          <div class="flex flex-wrap gap-4">
            <NumberField
              {...form.item('items', index, 'knockOutBelow')}
              label={t('criteria.knock-out.below')}
              required={false}
              width="xs"
            />
            <NumberField
              {...form.item('items', index, 'knockOutMembers')}
              label={t('criteria.knock-out.members')}
              required={false}
              width="xs"
            />
          </div>
        </div>
      </div>
    </details>
  )
}
