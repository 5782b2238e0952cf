import { arabicLocale } from './arLocale.ts'
import { configProblem } from './arConfig.ts'
import type { wallTexts as english } from './enWall.ts'
import { isolate } from './isolate.ts'
import { numbersIn } from './numbers.ts'
import type { Texts } from './texts.ts'

const { count, percent, plural } = numbersIn(arabicLocale)
const seconds = plural({
  one: 'ثانية واحدة',
  two: 'ثانيتين',
  few: '# ثوانٍ',
  other: '# ثانية',
})
const calls = plural({
  zero: 'لا مكالمات',
  one: 'مكالمة واحدة',
  two: 'مكالمتان',
  few: '# مكالمات',
  other: '# مكالمة',
})
const moreTimes = plural({
  one: 'ومرة أخرى',
  two: 'ومرتين أخريين',
  few: 'و# مرات أخرى',
  other: 'و# مرة أخرى',
})

/** Texts that name how this site counts. */
export const wallTexts: Texts<typeof english> = {
  everyTeam: 'كل الفرق',
  everyone: 'الجميع',
  withheld: 'رقم محجوب',
  configProblem,
  badAddress: `هذا ليس عنوان مقسم. اكتب اسمه أو عنوان ${isolate('IP')} الخاص به، دون ${isolate('http://')} ودون منفذ.`,
  walls: {
    title: 'اللوحات المتصلة',
    none: 'لا يعرف المقسم الهاتفي لوحة أخرى.',
    name: 'الاسم',
    route: 'الصفحة',
    version: 'الإصدار',
    since: 'منذ',
  },
  card: {
    title: 'حول هذه اللوحة',
    hint: `للإغلاق اضغط ${isolate('?')} أو ${isolate('Escape')}`,
    rows: {
      serviceLevel: 'مستوى الخدمة',
      shortAbandon: 'الإغلاق المبكر',
      thresholds: 'حدود التحذير والإنذار',
      zone: 'المنطقة الزمنية',
      day: 'يبدأ اليوم عند',
      interval: 'فترة الرسم البياني',
      covered: 'تغطية اليوم',
      vocabulary: 'نهايات المكالمات',
      unknownWords: 'كلمات غير معروفة',
      version: 'الإصدار',
    },
    noThresholds: 'لا حدود محددة لهذه اللوحة',
    threshold: (label, [warn, alarm], isLowerWorse) =>
      `${label}: ${isLowerWorse ? 'أقل من' : 'بدءًا من'} ${isolate(`${warn}\u00a0/\u00a0${alarm}`)}`,
    minutes: plural({ one: 'دقيقة واحدة', two: 'دقيقتان', few: '# دقائق', other: '# دقيقة' }),
    covered: 'كاملة',
    gaps: (gaps, more) =>
      `دون اتصال ${gaps.map(isolate).join('، ')}${more > 0 ? ` ${moreTimes(more)}` : ''}`,
    endWords: {
      full: 'يُبيّن المقسم الهاتفي من أنهى المكالمة وهل أُجيب عليها.',
      endOnly:
        'يُبيّن المقسم الهاتفي أن المكالمة انتهت فقط دون من أنهاها، فقد تختلف أعداد الفائتة والمتروكة والمحوّلة.',
      unseen: 'لم تنتهِ أي مكالمة مؤخرًا، فلا يُعرف مقدار ما يُبيّنه المقسم الهاتفي.',
    },
    seconds: (limit) => (limit === 0 ? 'لا يُحسب على حدة' : `أقل من ${seconds(limit)}`),
    notConnected: 'غير متصل',
  },
  figureNotes: {
    now: 'الآن',
    target: (withinSeconds, target) =>
      `هدف ${isolate(`${percent(target)}/${count(withinSeconds)}`)} ث`,
    offered: plural({
      one: 'من مكالمة واحدة',
      two: 'من مكالمتين',
      few: 'من # مكالمات',
      other: 'من # مكالمة',
    }),
    abandoned: (abandoned, short) =>
      short === 0 ? calls(abandoned) : `${count(abandoned)} و${count(short)} قصيرة`,
    atWork: plural({
      one: 'من موظف واحد',
      two: 'من موظفَين',
      few: 'من # موظفين',
      many: 'من # موظفًا',
      other: 'من # موظف',
    }),
  },
  formula: ({ formula, answerWithinSeconds, shortAbandonSeconds }) => {
    const of = {
      offered: 'من كل الواردة',
      answered: 'من كل المُجابة',
      positive: 'من كل الواردة، ويُعدّ الإغلاق المبكر مخدومًا',
    }[formula]
    const short =
      shortAbandonSeconds > 0 && formula !== 'positive'
        ? `، دون ما أُغلق قبل ${seconds(shortAbandonSeconds)}`
        : ''
    return `مستوى الخدمة: المُجابة خلال ${seconds(answerWithinSeconds)} ${of}${short}`
  },
}
