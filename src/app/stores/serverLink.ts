import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { ActiveEvent, Notice } from '../../contract/serverEvents.ts'
import type { NoticeView } from '../components/noticeView.ts'
import type { ServerEvent } from '../serverLink/readServerEvent.ts'

/** What the wall's server has told of itself and of the PBX; nothing where there is no server. */
export const useServerLink = defineStore('serverLink', () => {
  /** Of the call records: a wall whose last reading had another one reads the day again. */
  const recordsRevision = shallowRef<number>()
  /** The version that the server has now. */
  const serverVersion = shallowRef('')
  /** The calls that the PBX listed last; `undefined` when there is no list, or the server is not heard any more. */
  const active = shallowRef<ActiveEvent>()
  const told = shallowRef<readonly Notice[]>([])
  /** Since when the server has been silent for too long, epoch ms of site time. */
  const silentSince = shallowRef<number>()
  /** The rule of the page's Content-Security-Policy that stopped the PBX's script; empty for none. */
  const blockedBy = shallowRef('')

  return {
    ...{ recordsRevision, serverVersion, active, silentSince, blockedBy },
    /** A random text, new for every page. */
    wallId: [1, 2].map(() => Math.random().toString(36).slice(2)).join(''),
    notices: computed<readonly NoticeView[]>(() =>
      silentSince.value === undefined
        ? told.value
        : [{ code: 'serverSilent', at: silentSince.value }, ...told.value],
    ),
    take(event: Exclude<ServerEvent, { type: 'config' | 'clock' }>): void {
      switch (event.type) {
        case 'version':
          serverVersion.value = event.version
          break
        case 'active':
          active.value = event.active
          break
        case 'notices':
          told.value = event.notices
          break
        case 'records':
          recordsRevision.value = event.revision
      }
    },
  }
})
