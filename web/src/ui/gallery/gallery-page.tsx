import { useState } from 'preact/hooks'
import { Button } from '../button.tsx'
import { BarList, Progress, Stat, StatRow } from '../figures.tsx'
import { Page, Section } from '../page.tsx'
import { StateTag } from '../state-tag.tsx'
import { TabLinks, Tabs } from '../tabs.tsx'
import { TaskList } from '../task-list.tsx'
import { GalleryForm } from './gallery-form.tsx'
import { GalleryStates } from './gallery-states.tsx'
import { GalleryTable } from './gallery-table.tsx'
import sample from './sample.json'

const { texts } = sample

/** Every part of the kit in its states, for looking at: /ui. Not linked from anywhere. */
export default function GalleryPage() {
  const [tab, setTab] = useState<'table' | 'empty'>('table')
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      tag={<StateTag tone="info">{texts.applications}</StateTag>}
      breadcrumbs={[{ label: 'UI', href: '/ui' }]}
      actions={
        <>
          <Button kind="primary" icon="plus">
            {texts.invite}
          </Button>
          <Button icon="print">{texts.applications}</Button>
        </>
      }
    >
      <StatRow>
        <Stat label={texts.waiting} value="42" href="/ui" />
        <Stat label={texts.placed} value="318 / 400" href="/ui" />
        <Stat label={texts.unpaid} value="7" href="/ui" tone="error" hint={texts.deadline} />
        <Stat label={texts.visitors} value="12.480" />
      </StatRow>
      <Tabs
        label={texts.applications}
        tabs={[
          { key: 'table', label: texts.applications, count: 5 },
          { key: 'empty', label: texts.emptyTitle },
        ]}
        current={tab}
        onSelect={setTab}
      >
        <GalleryTable isEmpty={tab === 'empty'} />
      </Tabs>
      <TabLinks
        label={texts.form}
        links={[
          { key: 'a', label: texts.form, href: '/ui', current: true },
          { key: 'b', label: texts.funnel, href: '/ui?b', current: false, count: 3 },
        ]}
      />
      <div class="grid items-start gap-6 lg:grid-cols-2">
        <Section title={texts.form} lead={texts.deadline}>
          <GalleryForm />
        </Section>
        <div class="flex flex-col gap-6">
          <Section title={texts.applications}>
            <TaskList
              tasks={[
                { key: '1', label: texts.task1, state: 'done', href: '/ui' },
                { key: '2', label: texts.task2, state: 'doing', href: '/ui', hint: texts.deadline },
                { key: '3', label: texts.task3, state: 'error', href: '/ui' },
                { key: '4', label: texts.task4, state: 'blocked', hint: texts.task4Hint },
              ]}
            />
          </Section>
          <Section title={texts.funnel}>
            <BarList
              label={texts.funnel}
              bars={[
                { key: '1', label: texts.invited, value: 1240, href: '/ui' },
                { key: '2', label: texts.answered, value: 610, href: '/ui' },
                { key: '3', label: texts.applied, value: 402, href: '/ui' },
                { key: '4', label: texts.admitted, value: 318 },
              ]}
            />
            <div class="mt-4">
              <Progress label={texts.sent} share={0.42} />
            </div>
          </Section>
          <GalleryStates />
        </div>
      </div>
    </Page>
  )
}
