/** What this tab remembers of its reloads, so that none follows another for the same reason. */
export interface ReloadMemory {
  /** Whether a reload for `version` would be the first; from then on it is not. */
  claimVersion(version: string): boolean
  /** Whether there was no reload for a missing file within the last ten minutes; from then on there was. */
  claimRepair(now: number): boolean
}

const versionKey = 'callwall.reloadedFor'
/** Where this tab remembers when it last reloaded itself because something was wrong; `public/blank.js` knows it too. */
export const repairKey = 'callwall.repairedAt'
/** After such a reload there is no other one for so long, ms. */
export const repairEveryMs = 10 * 60_000

/** Without a storage that works there is no reload: nothing would end a loop. */
export function createReloadMemory(storage: Pick<Storage, 'getItem' | 'setItem'>): ReloadMemory {
  const claim = (
    key: string,
    text: string,
    isFree: (before: string | null) => boolean,
  ): boolean => {
    try {
      if (!isFree(storage.getItem(key))) return false
      storage.setItem(key, text)
      return storage.getItem(key) === text
    } catch {
      return false
    }
  }
  return {
    claimVersion: (version) => claim(versionKey, version, (before) => before !== version),
    claimRepair: (now) =>
      claim(repairKey, String(now), (before) => {
        const age = now - Number(before ?? -Infinity)
        return !(age >= 0 && age < repairEveryMs)
      }),
  }
}
