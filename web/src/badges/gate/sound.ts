let context: AudioContext | undefined

/** Must be called from a press: browsers give sound only then. */
export function wakeSound(): void {
  context ??= new AudioContext()
  void context.resume()
}

/** Two rising notes for yes, three low ones for no; told apart with eyes shut, and by the hand through vibration. */
export function signalVerdict(isYes: boolean): void {
  navigator.vibrate?.(isYes ? 80 : [180, 90, 180, 90, 180])
  if (!context) return
  const notes = isYes ? [880, 1320] : [220, 196, 220]
  notes.forEach((frequency, at) => play(frequency, at * (isYes ? 0.11 : 0.17), isYes ? 0.1 : 0.15))
}

function play(frequency: number, delay: number, seconds: number): void {
  if (!context) return
  const from = context.currentTime + delay
  const gain = context.createGain()
  gain.gain.setValueAtTime(0.0001, from)
  gain.gain.exponentialRampToValueAtTime(0.5, from + 0.01)
  gain.gain.exponentialRampToValueAtTime(0.0001, from + seconds)
  const note = context.createOscillator()
  note.type = frequency > 500 ? 'sine' : 'square'
  note.frequency.value = frequency
  note.connect(gain).connect(context.destination)
  note.start(from)
  note.stop(from + seconds)
}
