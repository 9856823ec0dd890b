import type { RecruitmentDeskRoutes } from '@hoicho/server/recruitment/desk-routes.ts'
import { useQuery } from '@tanstack/preact-query'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { call, client } from '../platform/client.ts'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { queryClient } from '../platform/query.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea } from '../ui/inputs.tsx'
import { Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { useForm } from '../ui/use-form.ts'

const api = client<RecruitmentDeskRoutes>('/api').applications[':applicationId'].notes
const keyOf = (applicationId: string) => ['application-notes', applicationId]

/** Notes among the staff about an application. The establishment never sees them. */
export function NotesPart(props: { fairId: string; applicationId: string; timeZone: string }) {
  const { fairId, applicationId, timeZone } = props
  const t = useMessages('recruitment-desk')
  const { can } = useFairRights(fairId)
  const notes = useQuery({
    queryKey: keyOf(applicationId),
    queryFn: async () => (await call(api.$get({ param: { applicationId } }))).items,
  })
  return (
    <Section title={t('notes.title')} lead={t('notes.lead')}>
      {can('recruitment.write-note') && <NoteForm applicationId={applicationId} />}
      <Await query={notes}>
        {rows => (
          <ul class="mt-3">
            {rows.map(note => (
              <li key={note.id} class="border-b border-line py-2 last:border-b-0">
                <p class="whitespace-pre-line">{note.body}</p>
                <p class="tnum text-sm text-muted">
                  {[note.writtenByName, formatDateTime(note.writtenAt, timeZone)].filter(Boolean).join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Await>
    </Section>
  )
}

function NoteForm({ applicationId }: { applicationId: string }) {
  const t = useMessages('recruitment-desk')
  const form = useForm({
    initial: { body: '' },
    draftKey: `note.${applicationId}`,
    submit: async json => {
      await call(api.$post({ param: { applicationId }, json }))
      form.setAll({ body: '' })
      await queryClient.invalidateQueries({ queryKey: keyOf(applicationId) })
    },
  })
  return (
    <Form form={form}>
      <TextArea {...form.field('body')} label={t('notes.body')} rows={2} maxLength={2000} />
      <Button type="submit" busy={form.pending}>
        {t('notes.write')}
      </Button>
    </Form>
  )
}
