/** The part of an AudioContext that notes need. */
export type Speaker = Pick<
  AudioContext,
  'currentTime' | 'destination' | 'createGain' | 'createOscillator'
>

/** Hz, and seconds after the beginning: a fifth upwards, soft and soon over. */
const notes = [
  { frequency: 587.33, after: 0 },
  { frequency: 880, after: 0.22 },
] as const
const noteSeconds = 0.9
const loudness = 0.16
/** An exponential ramp cannot reach 0. */
const silence = 0.0001

/** Plays two soft notes, once. */
export function playAlertNotes(speaker: Speaker): void {
  for (const { frequency, after } of notes) {
    const from = speaker.currentTime + after
    const volume = speaker.createGain()
    volume.gain.setValueAtTime(silence, from)
    volume.gain.exponentialRampToValueAtTime(loudness, from + 0.03)
    volume.gain.exponentialRampToValueAtTime(silence, from + noteSeconds)
    volume.connect(speaker.destination)
    const note = speaker.createOscillator()
    note.type = 'sine'
    note.frequency.setValueAtTime(frequency, from)
    note.connect(volume)
    note.start(from)
    note.stop(from + noteSeconds)
  }
}
