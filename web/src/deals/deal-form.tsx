import type { DealView, OwnDeals } from '@hoicho/shared/deals/schema.ts'
import { CURRENCY_CODES, type Currency } from '@hoicho/shared/platform/money.ts'
import { useState } from 'preact/hooks'
import { countryOptions } from '../platform/countries.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { isProblem } from '../platform/problem.ts'
import { Actions, Button } from '../ui/button.tsx'
import { FileInput } from '../ui/file-input.tsx'
import { Form } from '../ui/form.tsx'
import { DateField, SelectField, TextArea, TextField } from '../ui/inputs.tsx'
import { MoneyField } from '../ui/number-fields.tsx'
import { Notice } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { type Form as FormState, useForm } from '../ui/use-form.ts'
import { correctDeal, logDeal, uploadEvidence } from './api.ts'
import { type DealValues, inputOf, newValues, valuesOf } from './deal-values.ts'
import { KindTiles } from './kind-tiles.tsx'

export interface DealFormProps {
  applicationId: string
  about: OwnDeals
  /** The one to correct; without it a new one is logged. */
  deal?: DealView | undefined
  onDone: () => void
}

/** The name under which an unfinished new deal is kept on this device. */
export const draftKeyOf = (applicationId: string) => `deal.${applicationId}`

/** Logs or corrects one deal. What is typed stays on the device until the server has taken it. */
export function DealForm({ applicationId, about, deal, onDone }: DealFormProps) {
  const t = useMessages('deals')
  const common = useMessages('platform')
  const evidence = useEvidence(deal)
  const form = useForm<DealValues>({
    initial: deal ? valuesOf(deal, about) : newValues(about),
    ...(deal ? {} : { draftKey: draftKeyOf(applicationId) }),
    submit: async values => {
      const input = inputOf(values, await evidence.send())
      if (deal) await correctDeal(deal.id, { ...input, version: deal.version })
      else await logDeal(applicationId, input)
      notify({ text: deal ? t('corrected') : t('saved', { partner: values.partnerName }) })
      onDone()
    },
  })
  return (
    <Form form={form}>
      {isProblem(form.problem, 'network') && !deal && <Notice tone="warning">{t('form.offline')}</Notice>}
      <KindTiles {...form.field('kind')} label={t('form.kind')} />
      <Partner form={form} about={about} />
      <Value form={form} about={about} />
      <details open={Boolean(deal)} class="rounded-field border border-line">
        <summary class="flex min-h-11 cursor-pointer items-center px-3 font-medium text-primary">
          {t('form.more')}
        </summary>
        <div class="flex flex-col gap-5 border-t border-line p-3">
          <Details form={form} about={about} />
          <Evidence id={form.idOf('/evidenceFileId')} evidence={evidence} />
        </div>
      </details>
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {t(deal ? 'form.saveAgain' : 'form.save')}
        </Button>
        <Button onClick={onDone}>{common('action.cancel')}</Button>
      </Actions>
    </Form>
  )
}

interface PartProps {
  form: FormState<DealValues>
  about: OwnDeals
}

function Partner({ form, about }: PartProps) {
  const t = useMessages('deals')
  return (
    <>
      <TextField
        {...form.field('partnerName')}
        label={t('form.partner')}
        hint={t('form.partner.hint')}
        autoComplete="off"
        maxLength={200}
      />
      <SelectField
        {...form.field('partnerCountry')}
        label={t('form.country')}
        options={countryOptions(about.fair.country)}
        width="md"
      />
    </>
  )
}

/** The amount is read in the decimals of its currency, so another currency means another amount. */
function Value({ form, about }: PartProps) {
  const t = useMessages('deals')
  const { currency } = form.values
  return (
    <>
      <div class="flex flex-wrap items-end gap-x-4 gap-y-3">
        <SelectField
          {...form.field('currency')}
          label={t('form.currency')}
          width="xs"
          options={currencyOptions(about.fair.currency)}
          onValue={next => {
            form.set('currency', next)
            form.set('valueMinor', null)
          }}
        />
        <div class="min-w-52 flex-1">
          <MoneyField
            key={currency}
            {...form.field('valueMinor')}
            label={t('form.value')}
            hint={t('form.value.hint')}
            currency={currency}
            required={false}
          />
        </div>
      </div>
      <DateField
        {...form.field('signedOn')}
        label={t('form.signedOn')}
        min={about.fair.opensOn}
        max={about.today}
      />
    </>
  )
}

function currencyOptions(own: Currency) {
  const codes = [...new Set([own, 'VND', 'EUR', 'USD', ...CURRENCY_CODES] as Currency[])]
  return codes.map(code => ({ value: code, label: code }))
}

function Details({ form, about }: PartProps) {
  const t = useMessages('deals')
  const names = { vi: 'nameVi', en: 'nameEn', de: 'nameDe' } as const
  const products = about.products.map(one => ({
    value: one.id,
    label: one[names[locale.value]] || one.nameVi,
  }))
  return (
    <>
      <TextField
        {...form.field('partnerContact')}
        label={t('form.contact')}
        hint={t('form.contact.hint')}
        required={false}
        maxLength={300}
      />
      {products.length > 0 && (
        <SelectField
          {...form.field('productId')}
          label={t('form.product')}
          required={false}
          width="md"
          options={[{ value: '', label: t('form.product.other') }, ...products]}
        />
      )}
      {form.values.productId === '' && (
        <TextField
          {...form.field('productText')}
          label={t('form.productText')}
          required={false}
          maxLength={200}
        />
      )}
      <TextArea {...form.field('note')} label={t('form.note')} required={false} rows={3} maxLength={2000} />
    </>
  )
}

interface EvidenceState {
  files: File[]
  setFiles: (files: File[]) => void
  keptName: string | null
  drop: () => void
  progress: number | undefined
  /** Uploads what was chosen, once, and gives the id to hang on the deal. */
  send: () => Promise<string | null>
}

function useEvidence(deal: DealView | undefined): EvidenceState {
  const [files, setFiles] = useState<File[]>([])
  const [kept, setKept] = useState(deal?.evidence ?? null)
  const [progress, setProgress] = useState<number>()
  const [sent, setSent] = useState<{ file: File; id: string }>()
  const send = async () => {
    const [file] = files
    if (!file) return kept?.id ?? null
    if (sent?.file === file) return sent.id
    setProgress(0)
    const id = await uploadEvidence(file, setProgress).finally(() => setProgress(undefined))
    setSent({ file, id })
    return id
  }
  return { files, setFiles, keptName: kept?.name ?? null, drop: () => setKept(null), progress, send }
}

function Evidence({ id, evidence }: { id: string; evidence: EvidenceState }) {
  const t = useMessages('deals')
  const { files, setFiles, keptName, drop, progress } = evidence
  return (
    <div class="flex flex-col gap-2">
      <FileInput
        id={id}
        label={t('form.evidence')}
        hint={t('form.evidence.hint')}
        required={false}
        files={files}
        onFiles={setFiles}
        accept=".pdf,.docx,.xlsx,image/*"
        maxBytes={10_000_000}
        progress={progress}
      />
      {keptName && files.length === 0 && (
        <p class="flex flex-wrap items-center gap-x-3">
          <span class="min-w-0 break-words">{t('form.evidence.kept', { name: keptName })}</span>
          <Button kind="quiet" small onClick={drop}>
            {t('form.evidence.drop')}
          </Button>
        </p>
      )}
    </div>
  )
}
