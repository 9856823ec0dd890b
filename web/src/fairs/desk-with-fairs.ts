import DeskLayout from '../platform/layouts/desk-layout.tsx'
import { deskSlots } from '../platform/layouts/slots.ts'
import { FairSwitcher } from './fair-switcher.tsx'

deskSlots.value = { ...deskSlots.peek(), FairSwitcher }

/** The desk, its place for the current fair filled. */
export default DeskLayout
