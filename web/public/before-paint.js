// Runs before the first paint: a chosen theme must not flash, and the CSP allows no inline script.
try {
  const theme = localStorage.getItem('hoicho.theme')
  if (theme) document.documentElement.dataset.theme = `hoicho-${theme}`
  document.documentElement.lang = localStorage.getItem('hoicho.locale') || 'vi'
} catch {
  // Storage may be forbidden; the device's theme and Vietnamese then apply.
}
