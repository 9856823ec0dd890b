/** What may be done in which state: state -> action -> next state. The one place a state change is written down. */
export type StateTable<State extends string, Action extends string> = {
  readonly [S in State]: { readonly [A in Action]?: State }
}

/** The state after `action`, or undefined when the table does not allow it. */
export function step<State extends string, Action extends string>(
  table: StateTable<State, Action>,
  state: State,
  action: Action,
): State | undefined {
  return table[state][action]
}

/** The states in the table, in its order. The database CHECK of the column lists the same ones. */
export function statesOf<State extends string>(table: StateTable<State, string>): State[] {
  // Object.keys types as string[]; the table's type says that its keys are exactly the states.
  return Object.keys(table) as State[]
}
