import { median } from '../median.ts'

/** Of each number the middle one of the runs. A run without a figure (NaN) does not count for it. */
export function middleOf<Figures extends { readonly [Name in keyof Figures]: number }>(
  runs: readonly Figures[],
): Figures {
  const [first] = runs
  if (first === undefined) throw new RangeError('There is no run.')
  const names = Object.keys(first) as (keyof Figures)[]
  const middle = names.map((name) => {
    const values = runs.map((run): number => run[name]).filter((value) => !Number.isNaN(value))
    return [name, median(values)] as const
  })
  return Object.fromEntries(middle) as Figures
}
