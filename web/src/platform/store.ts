/** The device's small memory. Storage can be forbidden or full: then nothing is remembered, and nothing fails. */
export function remembered(key: string): string | undefined {
  try {
    return localStorage.getItem(`hoicho.${key}`) ?? undefined
  } catch {
    return undefined
  }
}

export function remember(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`hoicho.${key}`)
    else localStorage.setItem(`hoicho.${key}`, value)
  } catch {
    // Not remembered: see above.
  }
}

/** Forgets every key that starts so, for example all drafts when a person signs out of a shared computer. */
export function forgetAll(prefix: string): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(`hoicho.${prefix}`)) localStorage.removeItem(key)
    }
  } catch {
    // Nothing was remembered.
  }
}
