import type { ExportYearView } from '@hoicho/shared/establishments/entries-schema.ts'
import type { EstablishmentView } from '@hoicho/shared/establishments/schema.ts'
import { CURRENCY_CODES, type Currency } from '@hoicho/shared/platform/money.ts'
import { countryName, countryOptions } from '../platform/countries.ts'
import { formatMoney } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { type InputProps, SelectField, TextField } from '../ui/inputs.tsx'
import { MoneyField } from '../ui/number-fields.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { removeExportYear, saveExportYear } from './entries-api.ts'
import type { Entry } from './entry-list.tsx'
import { EntrySection } from './entry-section.tsx'

/** What was exported, year by year: where to, and for how much where that is told. */
export function ExportsSection({ profile }: { profile: EstablishmentView }) {
  const t = useMessages('establishments')
  return (
    <EntrySection
      entries={profile.exportYears.map(exportEntry)}
      empty={{ title: t('exports.empty'), text: t('exports.empty.text') }}
      onRemove={year => removeExportYear(profile.id, year)}
      addWord={t('exports.add')}
      editWord={t('exports.edit')}
      form={(id, close) => (
        <ExportForm
          establishmentId={profile.id}
          edited={profile.exportYears.find(one => String(one.year) === id)}
          onDone={close}
        />
      )}
    />
  )
}

export function exportEntry(one: ExportYearView): Entry {
  const value = one.valueMinor === null ? '' : formatMoney(one.valueMinor, one.currency ?? 'VND')
  return {
    id: String(one.year),
    title: String(one.year),
    lines: [one.countries.map(countryName).join(', '), value, one.note],
    fileId: null,
  }
}

interface Values {
  year: string
  countries: string[]
  minor: number | null
  currency: Currency
  note: string
}

interface FormProps {
  establishmentId: string
  edited: ExportYearView | undefined
  onDone: () => void
}

function ExportForm({ establishmentId, edited, onDone }: FormProps) {
  const t = useMessages('establishments')
  const p = useMessages('platform')
  const form = useForm<Values>({
    initial: {
      year: edited ? String(edited.year) : '',
      countries: edited?.countries ?? [],
      minor: edited?.valueMinor ?? null,
      currency: edited?.currency ?? 'USD',
      note: edited?.note ?? '',
    },
    draftKey: edited ? undefined : `export.${establishmentId}`,
    validate: (values): Record<string, string> => ({
      ...(/^(19|20)\d\d$/.test(values.year.trim()) ? {} : { '/year': t('exports.year.wrong') }),
      ...(values.countries.length === 0 ? { '/countries': t('exports.countries.none') } : {}),
    }),
    submit: async ({ year, countries, minor, currency, note }) => {
      const value = minor === null ? null : { minor, currency }
      await saveExportYear(establishmentId, year.trim(), { countries, value, note })
      notify({ text: p('status.saved') })
      onDone()
    },
  })
  return (
    <Form form={form}>
      <TextField
        {...form.field('year')}
        label={t('exports.year')}
        inputMode="numeric"
        maxLength={4}
        width="xs"
        disabled={edited !== undefined}
      />
      <CountriesField {...form.field('countries')} label={t('exports.countries')} />
      <SelectField
        {...form.field('currency')}
        label={t('exports.currency')}
        options={CURRENCY_CODES.map(code => ({ value: code, label: code }))}
        width="xs"
        required={false}
      />
      <MoneyField
        {...form.field('minor')}
        currency={form.values.currency}
        label={t('exports.value')}
        hint={t('exports.value.hint')}
        required={false}
      />
      <TextField
        {...form.field('note')}
        label={t('exports.note')}
        hint={t('exports.note.hint')}
        width="full"
        required={false}
        maxLength={300}
      />
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {p('action.save')}
        </Button>
        <Button onClick={onDone}>{p('action.cancel')}</Button>
      </Actions>
    </Form>
  )
}

type CountriesProps = InputProps<string[]>

/** Countries one after another: a choice adds one, a button takes one away. */
function CountriesField({ value: chosen, onValue, ...field }: CountriesProps) {
  const t = useMessages('establishments')
  const options = countryOptions('DE').filter(
    option => !chosen.includes(option.value) && option.value !== 'VN',
  )
  return (
    <div class="flex flex-col gap-2">
      <SelectField
        {...field}
        value=""
        onValue={code => onValue([...chosen, code])}
        options={options}
        width="md"
      />
      {chosen.length > 0 && (
        <ul class="flex flex-wrap gap-2">
          {chosen.map(code => (
            <li key={code}>
              <Button
                small
                icon="close"
                aria-label={t('exports.countries.remove', { country: countryName(code) })}
                onClick={() => onValue(chosen.filter(other => other !== code))}
              >
                {countryName(code)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
