import {
  PROFILE_SECTIONS,
  type ProfileSection,
  profileStates,
  type SectionState,
} from '@hoicho/shared/establishments/completeness.ts'
import type { EstablishmentView } from '@hoicho/shared/establishments/schema.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Page, Section } from '../ui/page.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { type Task, TaskList } from '../ui/task-list.tsx'
import { useEstablishment } from './api.ts'

const STATES = { done: 'done', started: 'doing', todo: 'todo', optional: 'blocked' } as const

import { useMergedRedirect } from './use-merged-redirect.ts'

/** The profile as a list of parts, each with how far it is. Filled once, used for every fair. */
export default function ProfilePage({ params }: PageProps<'establishmentId'>) {
  const t = useMessages('establishments')
  const profile = useEstablishment(params.establishmentId)
  useMergedRedirect(profile.error, id => `/e/${id}/profile`)
  return (
    <Page title={t('profile.title')} lead={t('profile.lead')} width="narrow">
      <Await query={profile} lines={8}>
        {data => <Parts profile={data} />}
      </Await>
    </Page>
  )
}

function Parts({ profile }: { profile: EstablishmentView }) {
  const t = useMessages('establishments')
  const states = profileStates(profile)
  const needed = PROFILE_SECTIONS.filter(section => states[section] !== 'optional')
  const ending = profile.certificates.filter(paper => paper.validity && paper.validity !== 'valid')
  const left = needed.filter(section => states[section] !== 'done').length
  const tasks = PROFILE_SECTIONS.map((section): Task => {
    const state = states[section]
    return {
      key: section,
      label: t(`section.${section}`),
      href: `/e/${profile.id}/profile/${section}`,
      hint: hintOf(profile, section, t),
      ...taskState(state, t('profile.optional')),
    }
  })
  return (
    <>
      {ending.length > 0 && (
        <Notice tone="warning">
          {t('certificates.ending', { list: ending.map(paper => paper.name).join(', ') })}
        </Notice>
      )}
      {left === 0 && <Notice tone="success">{t('profile.complete')}</Notice>}
      <Section title={profile.name}>
        <p class="mb-2 text-muted">
          {t('profile.progress', { done: needed.length - left, total: needed.length })}
        </p>
        <TaskList tasks={tasks} progress={false} />
      </Section>
    </>
  )
}

/** An optional part is open to be filled, yet nothing waits there: no task state says that, so a word does. */
function taskState(state: SectionState, optional: string): Pick<Task, 'state' | 'stateLabel'> {
  if (state !== 'optional') return { state: STATES[state] }
  return { state: 'todo', stateLabel: optional }
}

const LISTS: Partial<
  Record<
    ProfileSection,
    'products' | 'recognitions' | 'certificates' | 'bankAccounts' | 'contacts' | 'exportYears'
  >
> = {
  products: 'products',
  recognitions: 'recognitions',
  certificates: 'certificates',
  bank: 'bankAccounts',
  contacts: 'contacts',
  exports: 'exportYears',
}

function hintOf(
  profile: EstablishmentView,
  section: ProfileSection,
  t: ReturnType<typeof useMessages<'establishments'>>,
): string {
  const list = LISTS[section]
  if (list) {
    const count = profile[list].length
    return count > 0 ? t(`count.${list}`, { count }) : t(`about.${section}`)
  }
  return t(`about.${section}`)
}
