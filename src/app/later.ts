import { defineAsyncComponent } from 'vue'
import type { Component } from 'vue'
import { log } from './log.ts'
import type { aroundTiles } from './pages/aroundTiles.ts'
import { useOpening } from './stores/opening.ts'

/*
 * What the wall loads after its opening: all that it does not need to show its first live tiles. Whatever is not named
 * here comes with the page, or with a page of its own, or with the language.
 */

const lifeFile = () => import('./wallLife.ts')
const aroundFile = () => import('./pages/aroundTiles.ts')

const retryMs = 5_000

/** See `wallLife.ts`. */
export const WallLife = persistent(async () => (await afterOpening(lifeFile)).WallLife)

/** What a wall shows only where it is asked for a key, or for credentials. */
export const AccessCard = persistent(
  async () => (await import('./components/AccessCard.vue')).default,
)
export const SignInCard = persistent(
  async () => (await import('./components/SignInCard.vue')).default,
)

/** A part of the wall besides its header and its tiles. It belongs into a boundary, which tries again when it fails. */
export function aroundTile<Name extends keyof typeof aroundTiles>(
  name: Name,
): (typeof aroundTiles)[Name] {
  return defineAsyncComponent(async () => (await afterOpening(aroundFile)).aroundTiles[name])
}

/** Resolves when everything has come that is loaded after the opening, or could not be loaded; charts follow. */
export async function loadLater(): Promise<void> {
  const files = [lifeFile(), aroundFile()]
  for (const file of files) await file.catch(() => undefined)
}

/** Nobody else would see that it is missing, so it is asked for until it is there. */
function persistent<Part extends Component>(loader: () => Promise<Part>): Part {
  return defineAsyncComponent({
    loader,
    onError(reason, retry) {
      log(`A part of the page did not load: ${String(reason)}`)
      setTimeout(retry, retryMs)
    },
  })
}

async function afterOpening<File>(load: () => Promise<File>): Promise<File> {
  await useOpening().over
  return load()
}
