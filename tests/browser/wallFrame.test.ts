import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { h } from 'vue'
import AlertLine from '@/app/components/AlertLine.vue'
import type { AlertView } from '@/app/components/alertView.ts'
import FigureStrip from '@/app/components/FigureStrip.vue'
import PopupStack from '@/app/components/PopupStack.vue'
import QueueRows from '@/app/components/QueueRows.vue'
import StateBar from '@/app/components/StateBar.vue'
import TileGrid from '@/app/components/TileGrid.vue'
import VolumeChart from '@/app/components/VolumeChart.vue'
import WaitingList from '@/app/components/WaitingList.vue'
import WallFooter from '@/app/components/WallFooter.vue'
import WallFrame from '@/app/components/WallFrame.vue'
import WallHeader from '@/app/components/WallHeader.vue'
import '@/app/styles/base.css'
import { agents, figure, label, noon, popup, queue, tiles, volumeRow, waiting } from './builders.ts'

const names = [
  'waitingCalls',
  'longestWaitNow',
  'serviceLevel',
  'answered',
  'abandonRate',
  'agentsAvailable',
]
const lists = [
  ['averageSpeedOfAnswer', 'averageHandleTime'],
  ['direct', 'outbound', 'internal'],
].map((list) => list.map((name) => figure({ name, kind: 'seconds', value: 3599 })))
const queues = ['5000', '5001', '5002', '5003', '5004', '5005'].map((number) => queue(number, 12))
const popups = ['a', 'b', 'c'].map((callId) => popup({ callId }))
const now = noon
const isStale = false
const alert: AlertView = {
  kind: 'serviceLevel',
  subject: 'Sales',
  limit: 0.6,
  isOver: false,
  moreCount: 1,
}

const slots = {
  header: () =>
    h(WallHeader, {
      title: 'Support',
      siteName: 'Contoso',
      now,
      timeZone: 'Europe/Budapest',
      connection: { state: 'granted', isLive: true, since: noon, scriptUrl: '' },
      liveUntil: undefined,
    }),
  strip: () => [
    h(FigureStrip, {
      figures: names.map((name) => figure({ name, value: 0.799 })),
      lists,
      isStale,
    }),
    h(QueueRows, { queues, isStale }),
  ],
  bar: () => h(StateBar, { agents: agents(20), isStale }),
  tiles: () => h(TileGrid, { tiles: tiles(agents(20)), now: () => now, isStale }),
  side: () =>
    h(WaitingList, {
      waiting: [waiting('1', noon), waiting('2', noon)],
      now,
      isStale,
      label,
      thresholds: undefined,
    }),
  popups: () => h(PopupStack, { popups, moreCount: 3, label }),
  chart: () => h(VolumeChart, { rows: [volumeRow('09:00', { offered: 3, answered: 3 })] }),
  footer: () => h(WallFooter, { note: 'In 20 s' }, () => h(AlertLine, { alert })),
}

const parts =
  '.card, .strip .list, [data-queue], [data-tile], [data-popup], [data-chart], .panel, header, footer'

const overlaps = (one: DOMRect, two: DOMRect): boolean =>
  one.left < two.right - 1 &&
  two.left < one.right - 1 &&
  one.top < two.bottom - 1 &&
  two.top < one.bottom - 1

test.each([
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
  [1280, 1024],
  [2560, 1080],
  [1080, 1920],
])('at %i x %i nothing is hidden, covered or scrolled', async (width, height) => {
  await page.viewport(width, height)
  const { container } = await render(WallFrame, { slots })
  await expect
    .poll(() => container.querySelector('[data-tile]')?.clientHeight ?? 0)
    .toBeGreaterThan(0)
  const root = document.documentElement
  expect(root.scrollWidth).toBeLessThanOrEqual(width)
  const boxes = [...container.querySelectorAll(parts)].map((part) => part.getBoundingClientRect())
  for (const [index, box] of boxes.entries()) {
    expect(box.top).toBeGreaterThanOrEqual(0)
    expect(box.bottom).toBeLessThanOrEqual(height)
    expect(box.right).toBeLessThanOrEqual(width)
    for (const other of boxes.slice(index + 1)) {
      if (box.left !== other.left || box.width !== other.width || box.top !== other.top)
        expect(overlaps(box, other)).toBe(false)
    }
  }
})
