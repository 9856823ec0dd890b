// What a worker thread runs first. Node before 22.18 needs help to read TypeScript, and a thread does not inherit it.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  const { register } = await import('tsx/esm/api')
  register()
}
await import('./worker.ts')
