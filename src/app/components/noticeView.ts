import type { Notice } from '../../contract/serverEvents.ts'

/** What the administrator should know; `serverSilent`: this wall no longer hears its server. */
export interface NoticeView {
  readonly code: Notice['code'] | 'serverSilent'
  /** Epoch ms of site time. */
  readonly at: number
}
