import { useMessages } from '../platform/i18n.ts'
import { Icon } from './icon.tsx'
import { StateTag, type Tone } from './state-tag.tsx'

export type TaskState = 'todo' | 'doing' | 'done' | 'blocked' | 'error'

export interface Task {
  key: string
  label: string
  state: TaskState
  href?: string
  /** A deadline, or why it cannot start yet. */
  hint?: string
  /** Another word than the usual one for this state. */
  stateLabel?: string
}

const TONES: Record<TaskState, Tone> = {
  todo: 'info',
  doing: 'warning',
  done: 'success',
  blocked: 'neutral',
  error: 'error',
}

/** What must be done, in order, each with its state. */
export function TaskList({ tasks, progress = true }: { tasks: readonly Task[]; progress?: boolean }) {
  const t = useMessages('platform')
  const done = tasks.filter(task => task.state === 'done').length
  return (
    <div>
      {progress && <p class="mb-2 text-muted">{t('task.progress', { done, total: tasks.length })}</p>}
      <ul class="border-t border-line">
        {tasks.map(task => (
          <TaskRow key={task.key} task={task} />
        ))}
      </ul>
    </div>
  )
}

function TaskRow({ task }: { task: Task }) {
  const t = useMessages('platform')
  const isLink = task.href !== undefined && task.state !== 'blocked'
  return (
    <li class="relative flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-1 py-3 has-[a:hover]:bg-base-200 sm:flex-nowrap">
      <div class="min-w-0 flex-1 basis-full sm:basis-auto">
        {isLink ? (
          <a
            class="font-medium text-primary underline underline-offset-2 after:absolute after:inset-0"
            href={task.href}
          >
            {task.label}
          </a>
        ) : (
          <span class="font-medium">{task.label}</span>
        )}
        {task.hint && <p class="text-sm text-muted">{task.hint}</p>}
      </div>
      <StateTag tone={TONES[task.state]}>{task.stateLabel ?? t(`task.${task.state}`)}</StateTag>
      {isLink && <Icon name="right" class="ml-auto size-4 text-muted" />}
    </li>
  )
}
