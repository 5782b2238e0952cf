import type { ShallowRef } from 'vue'
import { onScopeDispose, shallowRef } from 'vue'
import { playAlertNotes } from './alertNotes.ts'

/** `off`: nobody wants it; `armed`: it can be heard; `blocked`: the browser waits for a key or click; `missing`: there is none. */
export type SoundState = 'off' | 'armed' | 'blocked' | 'missing'

export interface AlertSound {
  readonly state: Readonly<ShallowRef<SoundState>>
  /** Plays the alert's two notes; nothing while the sound is not armed, so that none is heard late. */
  readonly play: () => void
}

/** What a browser takes for the will of somebody in the room. */
const gestures = ['keydown', 'pointerdown', 'touchend'] as const

/**
 * The sound of the alerts, for as long as the calling component lives. A browser that blocks it gives way to any key or
 * click on the page.
 *
 * @param createContext makes the browser's audio; `undefined` where there is none
 */
export function useAlertSound(
  isWanted: boolean,
  createContext: () => AudioContext | undefined = newContext,
): AlertSound {
  const state = shallowRef<SoundState>('off')
  const context = isWanted ? createContext() : undefined
  if (context === undefined) {
    state.value = isWanted ? 'missing' : 'off'
    return { state, play: () => undefined }
  }
  const read = (): void => {
    state.value = context.state === 'running' ? 'armed' : 'blocked'
  }
  const arm = (): void => {
    // A refusal shows as the state that it leaves.
    if (context.state !== 'running') context.resume().then(read, read)
  }
  context.addEventListener('statechange', read)
  for (const gesture of gestures) document.addEventListener(gesture, arm, true)
  read()

  onScopeDispose(() => {
    context.removeEventListener('statechange', read)
    for (const gesture of gestures) document.removeEventListener(gesture, arm, true)
    context.close().catch(() => undefined)
  })
  return {
    state,
    play: () => {
      if (state.value === 'armed') playAlertNotes(context)
    },
  }
}

function newContext(): AudioContext | undefined {
  return typeof AudioContext === 'undefined' ? undefined : new AudioContext()
}
