import loadHighs, { type Highs } from 'highs'

/** HiGHS in WebAssembly. Its calls block the thread they are made in; its memory only grows until the thread ends. */
export function loadSolver(): Promise<Highs> {
  return loadHighs()
}
