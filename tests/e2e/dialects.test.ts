import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { profiles } from '../../src/emulator/dialect.ts'
import type { ProfileName } from '../../src/emulator/dialect.ts'
import { dayOfCalls } from '../support/dayOfCalls.ts'
import { hooks, monday, ringing, smallStage } from '../support/smallCentre.ts'

const customer = 'inbound +3615550•••'
/** When calls are set up or ring for the first time, which is one word here: their popups come early or late. */
const setUpMoments = [302]
const colleagues = 'internal Ana Ruiz 1001 > Bo Lind 1002'

/** What the wall shows: the tiles of 1001 and 1002, who waits and how many seconds, the newest popup. */
async function look(page: Page): Promise<readonly [tiles: string, waiting: string, popup: string]> {
  const tiles = (await hooks(page, '[data-tile]')).map(
    ({ extension = '', state = '', internal }) =>
      `${extension} ${state}${internal === 'true' ? ' internal' : ''}`,
  )
  const count = await figure(page, 'waitingCalls')
  const wait = Number(await figure(page, 'longestWaitNow'))
  const popups = await page.locator('[data-popup]').evaluateAll((found) =>
    found.map((popup) => {
      const { direction = '', state = '' } = popup.dataset
      const text = (name: string): string =>
        popup.querySelector(`[data-field="${name}"]`)?.textContent.trim() ?? ''
      return `${direction} ${text('caller')} > ${text('callee')}: ${state}`
    }),
  )
  return [
    tiles
      .sort()
      .map((tile) => tile.slice(tile.indexOf(' ') + 1))
      .join('; '),
    count === '0' ? 'nobody' : `${count} for ${Math.floor(wait)} s`,
    popups[0] ?? '',
  ]
}

async function figure(page: Page, name: string): Promise<string> {
  const [found] = await hooks(page, `[data-figure="${name}"]`)
  return found?.['value'] ?? 'none'
}

/** The wall of the day at every moment, and its figures at the end. */
async function watch(profile: ProfileName) {
  const stage = await smallStage({
    traffic: dayOfCalls(monday),
    emulator: { dialect: profiles[profile] },
  })
  const page = await stage.open('/team/support')
  const looks: (readonly [number, string, string, string])[] = []
  for (let second = 1, next = 0; next < day.length; second++) {
    await stage.stepTo(monday + second * 1000)
    if (day[next]?.[0] !== second) continue
    next++
    await stage.draw()
    looks.push([second, ...(await look(page))])
  }
  const [volume = {}] = await page
    .locator('[data-chart-table="volume"] tr[data-interval^="2026-11-23T09:30"]')
    .evaluateAll((rows) =>
      rows.map((row) =>
        Object.fromEntries(
          [...row.querySelectorAll<HTMLElement>('[data-series]')].map(({ dataset }) => [
            dataset['series'] ?? '',
            Number(dataset['value']),
          ]),
        ),
      ),
    )
  const shown: Record<string, string> = {}
  for (const name of Object.keys(figures)) shown[name] = await figure(page, name)
  return { looks, volume, figures: shown }
}

/** What eight calls must look like, at each moment in seconds: tiles, who waits, the newest popup. */
const day: readonly (readonly [second: number, tiles: string, waiting: string, popup: string])[] = [
  [12, 'available; available', '1 for 2 s', `${customer} > Support line 5000: InCall`],
  [17, 'ringing; available', '1 for 7 s', `${customer} > Ana Ruiz 1001: Ringing`],
  [26, 'talking; available', '1 for 6 s', `${customer} > Support line 5000: InCall`],
  [45, 'talking; available', '1 for 25 s', `${customer} > Support line 5000: InCall`],
  [107, 'ringing; available', '1 for 7 s', `${customer} > Ana Ruiz 1001: Ringing`],
  [119, 'available; ringing', '1 for 19 s', `${customer} > Bo Lind 1002: Ringing`],
  [130, 'available; talking', 'nobody', `${customer} > Bo Lind 1002: InCall`],
  [164, 'available; available', 'nobody', `${customer} > Bo Lind 1002: CalleeHungUp`],
  [180, 'available; available', 'nobody', ''],
  [202, 'ringing; available', 'nobody', `${customer} > Ana Ruiz 1001: Ringing`],
  [210, 'talking; available', 'nobody', `${customer} > Ana Ruiz 1001: InCall`],
  [220, 'hold; available', 'nobody', `${customer} > Ana Ruiz 1001: CallerOnHold`],
  [252, 'dialing internal; ringing internal', 'nobody', `${colleagues}: Ringing`],
  [262, 'talking internal; talking internal', 'nobody', `${colleagues}: InCall`],
  [302, 'available; dialing', 'nobody', ''],
  [307, 'available; available', 'nobody', `outbound Bo Lind 1002 > +3615550•••: Busy`],
  [330, 'available; available', '1 for 10 s', `${customer} > Support line 5000: InCall`],
  [354, 'available; available', '1 for 4 s', `${customer} > Support line 5000: InCall`],
  [380, 'available; available', 'nobody', ''],
]

const totals = { offered: 5, answered: 2, abandoned: 2, serviceLevel: 0.2 }
const figures = {
  answered: '2',
  averageSpeedOfAnswer: '16',
  serviceLevel: '0.2',
  abandonRate: '0.4',
}

/** What seven words can say of a state: not which side held the other, and not which side hung up. */
const inSevenWords = (popup: string): string =>
  popup.replace(/Calle[re]OnHold$/, 'OnHold').replace(/Calle[re]HungUp$/, 'Ended')

test.each([
  { profile: 'documented', spelled: (popup: string) => popup, unheard: [] },
  { profile: 'dotnet', spelled: (popup: string) => popup, unheard: [] },
  // A caller put out by the queue looks like one who gave up.
  { profile: 'seed', spelled: inSevenWords, unheard: setUpMoments, abandoned: 3, rate: '0.6' },
] as const)(
  'a day of calls is on the wall what it was, as a PBX of the profile $profile tells it',
  async ({ profile, spelled, unheard, abandoned = totals.abandoned, rate = '0.4' }) => {
    const seen = await watch(profile)
    const heard = (popup: string, second: number): string =>
      unheard.some((one) => one === second) ? 'unheard' : popup
    expect(
      seen.looks.map(([second, ...rest]) => [second, ...rest.slice(0, 2), heard(rest[2], second)]),
    ).toEqual(
      day.map(([second, ...rest]) => [
        second,
        ...rest.slice(0, 2),
        heard(spelled(rest[2]), second),
      ]),
    )
    expect(seen.volume).toEqual({ ...totals, abandoned })
    expect(seen.figures).toEqual({ ...figures, abandonRate: rate })
  },
)

// The domain waits for a change of state before it announces a call, and in seven words the first ring is none.
test('a direct call pops up while it rings, as a PBX of the profile seed tells it', async () => {
  const stage = await smallStage({ emulator: { dialect: profiles.seed } })
  const page = await stage.open('/team/support')
  ringing(stage, '1001')
  await stage.draw()
  expect(await hooks(page, '[data-popup]')).toMatchObject([{ state: 'Ringing' }])
})
