import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { layoutFaults, layoutRules } from '../support/layoutFaults.ts'

beforeEach(() => page.viewport(1920, 1080))

afterEach(() => {
  document.body.innerHTML = ''
})

/** What is found in a page of 1920 by 1080 that holds `html`. */
function faultsOf(html: string): string {
  document.body.innerHTML = `<div style="padding: 1px; font: 30px/1.2 sans-serif">${html}</div>`
  return layoutFaults(layoutRules(1080)).join('\n')
}

const at = (left: number, top: number, width = 400, height = 100): string =>
  `position: absolute; left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px`

test('a page with room for everything has no faults', () => {
  const tile = (left: number): string => `<p data-tile style="${at(left, 100)}">Ana Ruiz</p>`
  expect(faultsOf(tile(100) + tile(600))).toBe('')
})

test.each([
  [
    'a text that is cut',
    '<p style="width: 60px; overflow: hidden; white-space: nowrap">Ana Ruiz</p>',
    'clipped by p',
  ],
  [
    'a line that is cut',
    '<p style="width: 90px; height: 40px; overflow: hidden">Ana Ruiz</p>',
    'clipped by p',
  ],
  [
    'a text that is cut by a box around it',
    '<div style="width: 60px; overflow: hidden"><p style="white-space: nowrap">Ana Ruiz</p></div>',
    'clipped by div',
  ],
  [
    'letters that are too small',
    '<p style="font-size: 23px">Ana</p>',
    'too small, 23.0 px: p “Ana”',
  ],
  ['a text outside the screen', `<p style="${at(1880, 100)}">Ana Ruiz</p>`, 'outside the screen'],
  [
    'a text over another',
    `<p style="${at(100, 100)}">Ana</p><p style="${at(110, 105)}">Bo</p>`,
    'text over text',
  ],
  [
    'a text that is wider than its column',
    '<table style="width: 60px; table-layout: fixed"><tr><td>1,000,000</td></tr></table>',
    'wider than its column: td “1,000,000”',
  ],
  [
    'a box over another',
    `<p data-tile style="${at(100, 100)}"></p><p data-popup style="${at(400, 100)}"></p>`,
    'box over box',
  ],
  [
    'a box outside the screen',
    `<p data-tile style="${at(1600, 100)}"></p>`,
    'box outside the screen',
  ],
  ['a scroll bar', '<div style="height: 2000px"></div>', 'scroll bar: html'],
  [
    'a scroll bar inside',
    '<div style="height: 50px; overflow: auto"><p>Ana</p><p>Bo</p></div>',
    'scroll bar: div',
  ],
])('%s is found', (_what, html, fault) => {
  expect(faultsOf(html)).toContain(fault)
})

test('a name may be shortened where that is said', () => {
  const name = 'style="width: 60px; overflow: hidden; white-space: nowrap">Maximilian'
  expect(faultsOf(`<p data-may-shorten ${name}</p>`)).toBe('')
})

test('what only screen readers have is not measured', () => {
  const hidden = 'position: absolute; width: 1px; height: 1px; overflow: hidden; font-size: 8px'
  expect(faultsOf(`<p style="${hidden}">For screen readers</p>`)).toBe('')
})

test('a card over the wall covers it, and is no fault', () => {
  const card = `<div role="dialog" style="${at(100, 100)}">What it means</div>`
  expect(faultsOf(`<p style="${at(100, 100)}">Ana</p>${card}`)).toBe('')
})

test('letters may be smaller on a smaller screen', () => {
  expect(layoutRules(768).leastLetter).toBeCloseTo(17.07, 2)
})
