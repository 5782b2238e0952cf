import { arabicLocale } from './arLocale.ts'
import type { kioskTexts as english } from './enKiosk.ts'
import { isolate } from './isolate.ts'
import { numbersIn } from './numbers.ts'
import type { Texts } from './texts.ts'

const { plural } = numbersIn(arabicLocale)

/** Texts of a wall that hangs in a room day and night. */
export const kioskTexts: Texts<typeof english> = {
  paging: {
    page: (page, pages) => `الصفحة ${page} من ${pages}`,
    every: plural({
      one: 'يظهر الجميع كل ثانية',
      two: 'يظهر الجميع كل ثانيتين',
      few: 'يظهر الجميع كل # ثوانٍ',
      other: 'يظهر الجميع كل # ثانية',
    }),
    paused: `متوقفة، ${isolate('P')} للمتابعة`,
  },
  rotation: {
    place: (place, count) => `العرض ${place} من ${count}`,
  },
  alerts: {
    title: 'تنبيه',
    longWait: (limit) => `متصل ينتظر منذ ${isolate(limit)} أو أكثر`,
    nobodyFree: () => 'متصلون في الانتظار ولا يوجد موظف متاح',
    serviceLevel: (limit) => `مستوى الخدمة أقل من ${isolate(limit)}`,
    over: {
      longWait: (limit) => `انتهى: انتظر متصل ${isolate(limit)} أو أكثر`,
      nobodyFree: () => 'انتهى: كان متصلون في الانتظار دون موظف متاح',
      serviceLevel: (limit) => `انتهى: كان مستوى الخدمة أقل من ${isolate(limit)}`,
    },
    more: plural({ other: '+ # أخرى' }),
  },
  sound: {
    armed: 'التنبيهات مسموعة',
    quiet: 'ساعات الهدوء: دون صوت',
    blocked: 'المتصفح يمنع الصوت: اضغط أي مفتاح',
    missing: 'لا صوت في هذا المتصفح',
  },
  closed: {
    title: 'مغلق',
    opens: (time) => `يفتح: ${isolate(time)}`,
    hint: 'اضغط أي مفتاح لإظهار اللوحة',
  },
  kioskCard: {
    rows: {
      keys: 'المفاتيح',
      wakeLock: 'الشاشة',
      sound: 'الصوت',
    },
    keys: `${isolate('F')} ملء الشاشة · ${isolate('← →')} الصفحات · ${isolate('P')} إيقاف مؤقت · ${isolate('?')} هذه البطاقة`,
    wakeLock: {
      off: 'لا تطلب الإعدادات إبقاءها مضاءة.',
      held: 'تُبقيها اللوحة مضاءة.',
      waiting: 'تُبقيها اللوحة مضاءة متى ظهرت هذه الصفحة.',
      refused: 'رفض المتصفح إبقاءها مضاءة. أوقف شاشة التوقف وتوفير الطاقة في هذه الشاشة.',
      missing: 'لا يستطيع هذا المتصفح إبقاءها مضاءة. أوقف شاشة التوقف وتوفير الطاقة في هذه الشاشة.',
      insecure: `لا تستطيع صفحة عبر ${isolate('http')} إبقاءها مضاءة. أوقف شاشة التوقف وتوفير الطاقة في هذه الشاشة، أو افتح اللوحة عبر ${isolate('https')}.`,
    },
    sound: {
      off: `متوقف. أضف ${isolate('sound=on')} إلى عنوان هذه الصفحة لسماع التنبيهات.`,
      armed: 'يعمل: نغمتان خافتتان عند بدء كل تنبيه.',
      quiet: 'يعمل، لكنه صامت في ساعات الهدوء.',
      blocked: 'يمنعه المتصفح إلى أن يضغط أحد مفتاحًا أو ينقر. ويسمح به أحد خيارات المتصفح دائمًا.',
      missing: 'لا يوجد في هذا المتصفح.',
    },
  },
}
