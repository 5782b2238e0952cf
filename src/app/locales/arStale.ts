import { arabicLocale } from './arLocale.ts'
import type { staleTexts as english } from './enStale.ts'
import { isolate } from './isolate.ts'
import { numbersIn } from './numbers.ts'
import type { Texts } from './texts.ts'

const { plural } = numbersIn(arabicLocale)
const callsRecovered = plural({
  one: 'استُعيدت مكالمة واحدة',
  two: 'استُعيدت مكالمتان',
  few: 'استُعيدت # مكالمات',
  other: 'استُعيدت # مكالمة',
})
const callsUnknown = plural({
  one: 'مكالمة واحدة مجهولة',
  two: 'مكالمتان مجهولتان',
  few: '# مكالمات مجهولة',
  other: '# مكالمة مجهولة',
})

/** Texts of a wall that is not live, in Arabic. */
export const staleTexts: Texts<typeof english> = {
  stale: {
    words: { silent: 'الاتصال صامت', slept: 'كانت الشاشة نائمة' },
    sentences: {
      silent:
        'لم يعد المقسم الهاتفي يبلغ اللوحة بمكالماته مع أن الاتصال بدا قائمًا. تعيد اللوحة الاتصال.',
      slept:
        'توقفت هذه الشاشة مدة من الوقت. تعيد اللوحة الاتصال؛ أوقف توفير الطاقة في الشاشة إن حدث ذلك أثناء العمل.',
    },
    notLiveSince: (time) => `غير مباشر منذ ${isolate(time)}`,
    asOf: (time) => `عند ${isolate(time)}`,
    then: 'حينها',
    tries: {
      connecting: 'جارٍ الاتصال…',
      reading: 'جارٍ قراءة المكالمات…',
      waiting: 'تعيد اللوحة المحاولة',
    },
  },
  span: {
    hours: plural({ one: 'ساعة واحدة', two: 'ساعتين', few: '# ساعات', other: '# ساعة' }),
    minutes: plural({ one: 'دقيقة واحدة', two: 'دقيقتين', few: '# دقائق', other: '# دقيقة' }),
    seconds: plural({ one: 'ثانية واحدة', two: 'ثانيتين', few: '# ثوانٍ', other: '# ثانية' }),
    both: (larger, smaller) => `${larger} و${smaller}`,
  },
  comeback: (span, recovered, lost) => {
    const found = recovered > 0 ? callsRecovered(recovered) : ''
    const missed = lost > 0 ? callsUnknown(lost) : ''
    const said = [found, missed].filter((part) => part !== '').join('، ')
    return `عاد الاتصال بعد ${span}: ${said === '' ? 'لم تفُت أي مكالمة' : said}`
  },
  brokenPart: 'تعطّل هذا الجزء. تعاد المحاولة تلقائيًا.',
}
