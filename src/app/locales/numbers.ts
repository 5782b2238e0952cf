/** A text for each plural category that a language has; `#` stands for the number. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string
}

/** Writes numbers in one language. */
export interface Numbers {
  /** `1,234`; at most one decimal, rounded. */
  readonly count: (value: number) => string
  /** A ratio 0..1 as `79.9%`; at most one decimal, rounded. */
  readonly percent: (ratio: number) => string
  /** The form that the number asks for, with the number in it. */
  readonly plural: (forms: PluralForms) => (count: number) => string
}

const made = new Map<string, Numbers>()

/** The numbers of a locale (BCP 47), made once. */
export function numbersIn(locale: string): Numbers {
  const known = made.get(locale)
  if (known !== undefined) return known
  const numbers = createNumbers(locale)
  made.set(locale, numbers)
  return numbers
}

function createNumbers(locale: string): Numbers {
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const rules = new Intl.PluralRules(locale)
  return {
    count: (value) => plain.format(value),
    percent: (ratio) => percent.format(ratio),
    plural: (forms) => (count) =>
      (forms[rules.select(count)] ?? forms.other).replace('#', plain.format(count)),
  }
}
