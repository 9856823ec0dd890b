import type { Standing } from '@hoicho/shared/reports/schema.ts'
import { fairName } from '../fairs/fair-name.ts'
import { useMessages } from '../platform/i18n.ts'
import { useMySheets } from '../selection/api.ts'
import { SheetTag } from '../selection/words.tsx'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'

/** What a reviewer has to score, fair by fair, each line opening its sheet. */
export default function ReviewerPart({ standings }: { standings: readonly Standing[] }) {
  const asking = standings.filter(one => one.waiting.some(({ code }) => code === 'sheets-to-file'))
  return (
    <>
      {asking.map(one => (
        <Sheets key={one.fair.id} fair={one.fair} />
      ))}
    </>
  )
}

function Sheets({ fair }: { fair: Standing['fair'] }) {
  const t = useMessages('home-desk')
  const sheets = useMySheets(fair.id)
  const base = `/desk/fairs/${fair.id}/selection`
  return (
    <Section
      title={t('mine.sheets')}
      lead={fairName({ ...fair, nameDe: '' })}
      actions={
        <Button small href={`${base}/my-sheets`}>
          {t('mine.sheets.all')}
        </Button>
      }
    >
      <Await query={sheets}>
        {items => (
          <ul class="border-t border-line">
            {items
              .filter(sheet => sheet.state !== 'filed' && sheet.applicationState === 'complete')
              .map(sheet => (
                <li
                  key={sheet.applicationId}
                  class="relative flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-1 py-3 hover:bg-base-200"
                >
                  <span class="min-w-0 flex-1 basis-56">
                    <a
                      class="font-medium text-primary underline underline-offset-2 after:absolute after:inset-0"
                      href={`${base}/sheets/${sheet.applicationId}`}
                    >
                      {sheet.establishmentName}
                    </a>
                    <span class="block text-sm text-muted">
                      {[sheet.number, sheet.provinceName].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                  <SheetTag state={sheet.state} />
                </li>
              ))}
          </ul>
        )}
      </Await>
    </Section>
  )
}
