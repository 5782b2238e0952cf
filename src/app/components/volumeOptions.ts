import type { ChartConfiguration } from 'chart.js'
import type { ChartLook } from '../composables/useChartLook.ts'
import { messages } from '../locales/messages.ts'
import { numbersIn } from '../locales/numbers.ts'

type Options = NonNullable<ChartConfiguration['options']>

/** What every chart of the wall has in common: it fills its box, and nothing moves or answers to a pointer. */
export const stillOptions: Options = {
  animation: false,
  responsive: true,
  maintainAspectRatio: false,
  events: [],
}

/**
 * Scales of the volume chart: calls at the left, per cent with the target (0..1) at the right. Time runs from left to
 * right in every language: its digits are read so, and two walls side by side show one picture.
 */
export function volumeOptions(look: ChartLook, target: number): Options {
  const font = { size: look.textSize, family: look.font }
  const border = { display: false }
  const targetPercent = target * 100
  const { percent } = numbersIn(messages.locale)
  return {
    ...stillOptions,
    locale: messages.locale,
    scales: {
      x: {
        stacked: true,
        border,
        grid: { display: false },
        ticks: { color: look.text, font, maxRotation: 0, autoSkipPadding: look.textSize },
      },
      y: {
        stacked: true,
        beginAtZero: true,
        border,
        grid: { color: look.line },
        ticks: { color: look.text, font, precision: 0, maxTicksLimit: 4 },
      },
      level: {
        position: 'right',
        min: 0,
        max: 100,
        border: { display: false, dash: [look.textSize / 3, look.textSize / 4] },
        grid: { color: look.level, lineWidth: look.textSize / 16, drawTicks: false },
        ticks: {
          color: look.text,
          font,
          padding: look.textSize / 3,
          callback: (value) => percent(Number(value) / 100),
        },
        // The only line across is the target's; its label stands at its end.
        afterBuildTicks: (axis) => {
          axis.ticks = [{ value: targetPercent }]
        },
      },
      gap: { display: false, min: 0, max: 1 },
    },
  }
}
