import { expect, test } from 'vitest'
import '@/app/icons/icons.css'
import { icons } from '@/app/icons/icons.ts'
import type { IconName } from '@/app/icons/icons.ts'
import { agentStates } from '@/domain/agentState.ts'

/** So that the line of the letters, at 87 % of it, lies on a whole dot. */
const size = 100
const drawings = import.meta.glob<string>('../../src/app/icons/drawings/*.svg', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const drawn = Object.entries(drawings).map(
  ([file, svg]) => [/(\w+)\.svg$/.exec(file)?.[1] ?? '', svg] as const,
)

/** How much of each dot of a square is covered, 0 to 255. */
function covered(draw: (context: CanvasRenderingContext2D) => void): Uint8ClampedArray {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser has no canvas.')
  draw(context)
  return context.getImageData(0, 0, size, size).data.filter((_, place) => place % 4 === 3)
}

const sum = (dots: ArrayLike<number>): number =>
  Array.from(dots).reduce((total, dot) => total + dot, 0)

/** The share of all that either of two pictures covers that only one of them covers. */
function difference(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  const apart = one.map((dot, place) => Math.abs(dot - (other[place] ?? 0)))
  return sum(apart) / sum(one.map((dot, place) => Math.max(dot, other[place] ?? 0)))
}

function drawingOf(svg: string): Uint8ClampedArray {
  const [, line = ''] = /\sd="([^"]+)"/.exec(svg) ?? []
  return covered((context) => {
    context.scale(size / 24, size / 24)
    context.lineWidth = 2.4
    context.lineCap = context.lineJoin = 'round'
    context.stroke(new Path2D(line))
  })
}

async function glyphOf(name: string): Promise<Uint8ClampedArray> {
  const font = `${size}px 'callwall icons'`
  const character = icons[name as IconName]
  await document.fonts.load(font, character)
  return covered((context) => {
    context.font = font
    context.fillText(character, 0, size * 0.87)
  })
}

test('every icon has a drawing and a character, and nothing else has', () => {
  expect(drawn.map(([name]) => name).sort()).toEqual(Object.keys(icons).sort())
  expect(new Set(Object.values(icons)).size).toBe(drawn.length)
})

/** A font’s shapes are fitted to the dots of the screen. */
const fitted = 0.1

test.each(drawn)('%s of the icon font is what was drawn', async (name, svg) => {
  expect(difference(await glyphOf(name), drawingOf(svg))).toBeLessThan(fitted)
})

test.each([
  ['states', [...agentStates, 'internal']],
  ['directions', ['inbound', 'outbound', 'internal', 'external']],
])('the icons of every two %s differ by more than a third of what they cover', (_, names) => {
  const pictures = drawn
    .filter(([name]) => names.includes(name))
    .map(([name, svg]) => [name, drawingOf(svg)] as const)
  expect(pictures).toHaveLength(names.length)
  const alike = pictures.flatMap(([one, picture], place) =>
    pictures
      .slice(place + 1)
      .filter(([, other]) => difference(picture, other) < 1 / 3)
      .map(([other]) => `${one} ${other}`),
  )
  expect(alike).toEqual([])
})
