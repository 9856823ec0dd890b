import { useState } from 'preact/hooks'
import { useFair } from '../fairs/api.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { AssignTab } from './assign-tab.tsx'
import { CouncilTab } from './council-tab.tsx'
import { CriteriaTab } from './criteria-tab.tsx'
import { DecisionTab } from './decision-tab.tsx'
import { GatesTab } from './gates-tab.tsx'
import { MeetingTab } from './meeting-tab.tsx'
import MySheetsPage from './my-sheets-page.tsx'
import { PlacesTab } from './places-tab.tsx'
import { ProgressTab } from './progress-tab.tsx'
import { RankingTab } from './ranking-tab.tsx'
import { RulesTab } from './rules-tab.tsx'

const TABS = [
  'gates',
  'criteria',
  'council',
  'rules',
  'assign',
  'progress',
  'ranking',
  'meeting',
  'decision',
  'places',
] as const
type Tab = (typeof TABS)[number]
const PANELS = {
  gates: GatesTab,
  criteria: CriteriaTab,
  council: CouncilTab,
  rules: RulesTab,
  assign: AssignTab,
  progress: ProgressTab,
  ranking: RankingTab,
  meeting: MeetingTab,
  decision: DecisionTab,
  places: PlacesTab,
}

/** The selection of a fair for its desk; who only reviews finds their own sheets here. */
export default function SelectionPage(props: PageProps<'fairId'>) {
  const { fairId } = props.params
  const t = useMessages('selection-desk')
  const fair = useFair(fairId)
  const { can } = useFairRights(fairId)
  const [tab, setTab] = useState<Tab>(TABS.find(name => name === props.query.tab) ?? 'criteria')
  if (!can('selection.view-ranking')) return <MySheetsPage {...props} />
  const Panel = PANELS[tab]
  const select = (name: Tab) => {
    setTab(name)
    history.replaceState(null, '', `?tab=${name}`)
  }
  return (
    <Page
      title={t('page.title')}
      lead={fair.data?.nameVi}
      actions={
        can('selection.score') && (
          <Button href={`/desk/fairs/${fairId}/selection/my-sheets`}>{t('link.my-sheets')}</Button>
        )
      }
    >
      <Tabs
        label={t('page.title')}
        tabs={TABS.map(key => ({ key, label: t(`tab.${key}`) }))}
        current={tab}
        onSelect={select}
      >
        <Panel fairId={fairId} />
      </Tabs>
    </Page>
  )
}
