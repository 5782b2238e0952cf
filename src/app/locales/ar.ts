import { figureBlockTitles, figureLabels } from './arFigures.ts'
import { accessTexts } from './arAccess.ts'
import { kioskTexts } from './arKiosk.ts'
import { noticeTexts } from './arNotices.ts'
import { arabicLocale } from './arLocale.ts'
import { problems, tokenProblems } from './arProblems.ts'
import { staleTexts } from './arStale.ts'
import { wallTexts } from './arWall.ts'
import { isolate } from './isolate.ts'
import type { Messages } from './messages.ts'
import { numbersIn } from './numbers.ts'

const { plural } = numbersIn(arabicLocale)
const more = plural({ other: '+ # أخرى' })

const states: Messages['states'] = {
  talking: 'في مكالمة',
  hold: 'معلّقة',
  ringing: 'يرنّ',
  dialing: 'يتصل',
  wrapup: 'توثيق',
  away: 'غائب',
  available: 'متاح',
  notSeen: 'لم يظهر',
  offline: 'غير متصل',
  unknown: 'مجهول',
}

const sessionStates: Messages['sessionStates'] = {
  Created: 'تبدأ',
  Setup: 'تبدأ',
  TransferSetup: 'قيد التحويل',
  Ringing: 'ترنّ',
  InCall: 'محادثة جارية',
  CalleeOnHold: 'معلّقة',
  CallerOnHold: 'معلّقة',
  OnHold: 'معلّقة',
  OnHoldInactive: 'معلّقة',
  TransferRequested: 'طُلب تحويلها',
  Transferring: 'قيد التحويل',
  TransferCompleted: 'حُوّلت',
  TransferFailed: 'فشل التحويل',
  CallerHungUp: 'أغلق المتصل الخط',
  CalleeHungUp: 'أُغلق الخط',
  Redirected: 'أُعيد توجيهها',
  NotFound: 'رقم غير موجود',
  Busy: 'الخط مشغول',
  Cancelled: 'أُلغيت',
  NotAnswered: 'لا يوجد رد',
  Error: 'فشلت',
  Aborted: 'انقطعت',
  Ended: 'انتهت',
}

const connection: Messages['connection'] = {
  words: {
    connecting: 'جارٍ الاتصال',
    granted: 'مباشر',
    denied: 'رُفض الدخول',
    failed: 'لا يوجد اتصال',
    closed: 'انقطع الاتصال',
    scriptMissing: 'برنامج المقسم مفقود',
  },
  sentences: {
    connecting: () => 'جارٍ الاتصال بالمقسم الهاتفي. لا داعي لفعل شيء، ستتابع اللوحة تلقائيًا.',
    granted: () => 'تم الاتصال. جارٍ قراءة المكالمات الحالية.',
    denied: () =>
      `رفض المقسم الهاتفي دخول اللوحة. تحقق من رمز الدخول أو من كلمة مرور تحويلة ${isolate('Webphone')}.`,
    failed: () =>
      'تعذّر الوصول إلى المقسم الهاتفي. تحقق من عنوانه ومن أنه يعمل؛ ستواصل اللوحة المحاولة.',
    closed: () => 'انقطع الاتصال بالمقسم الهاتفي. تحاول اللوحة استعادته.',
    scriptMissing: (scriptUrl) =>
      scriptUrl === ''
        ? 'لم يُحمَّل برنامج المقسم الهاتفي. تحقق من عنوان المقسم في ملف الإعدادات.'
        : `لم يُحمَّل البرنامج ${isolate(scriptUrl)}. افتح هذا العنوان في متصفح لمعرفة السبب.`,
  },
  syncing: 'جارٍ قراءة المكالمات',
}

/** Every text of the wall in Arabic. */
export const arabic: Messages = {
  language: 'ar',
  direction: 'rtl',
  locale: arabicLocale,
  none: '—',
  states,
  internal: 'داخلية',
  directions: { inbound: 'واردة', outbound: 'صادرة', internal: 'داخلية', external: 'خارجية' },
  sessionStates,
  connection,
  since: (time) => `منذ ${isolate(time)}`,
  connectionLabel: 'الاتصال',
  figuresTitle: 'المؤشرات',
  figures: figureLabels,
  figureBlocks: figureBlockTitles,
  partial: 'غير مكتمل: لم تكن اللوحة متصلة خلال جزء من هذا الوقت',
  percent: '%',
  agents: {
    title: 'الموظفون',
    shares: 'الموظفون حسب الحالة',
    extension: (extension) => `تحويلة ${isolate(extension)}`,
    calls: plural({ few: 'مكالمات', other: 'مكالمة' }),
    missed: 'فائتة',
    none: 'لا يوجد موظفون لعرضهم',
  },
  waiting: {
    title: 'في الانتظار الآن',
    caller: 'المتصل',
    queue: 'قائمة الانتظار',
    time: 'مدة الانتظار',
    nobody: 'لا أحد في الانتظار',
    more,
  },
  popups: {
    title: 'مكالمات جديدة',
    close: (caller) => `إغلاق إشعار المكالمة من ${isolate(caller)}`,
    more,
    to: 'إلى',
  },
  chart: {
    title: 'مكالمات اليوم',
    perInterval: plural({
      one: 'المكالمات كل دقيقة',
      two: 'المكالمات كل دقيقتين',
      few: 'المكالمات كل # دقائق',
      other: 'المكالمات كل # دقيقة',
    }),
    keys: {
      answered: 'مُجابة',
      abandoned: 'متروكة',
      serviceLevel: 'مستوى الخدمة',
      level: 'المستوى',
      other: 'أخرى',
      gap: 'دون اتصال',
    },
    interval: 'من',
    offered: 'الواردة',
    answered: 'المُجابة',
    abandoned: 'المتروكة',
    other: 'أخرى',
    serviceLevel: 'مستوى الخدمة',
    empty: 'لا مكالمات اليوم بعد',
    gap: 'دون اتصال',
    agents: 'مكالمات كل موظف اليوم',
    agent: 'الموظف',
    moreAgents: plural({ other: '+ # بعدد أقل' }),
  },
  queues: {
    title: 'قوائم الانتظار',
    figures: { waitingCalls: 'انتظار', longestWaitNow: 'الأطول', serviceLevel: 'المستوى' },
    more,
  },
  allFigures: 'كل المؤشرات',
  whole: 'الإجمالي',
  signIn: {
    title: 'تسجيل الدخول إلى المقسم الهاتفي',
    hint: 'يُحفظ في ذاكرة هذه الصفحة فقط، إلى أن تُغلق.',
    address: 'عنوان المقسم',
    addressExample: '192.0.2.10',
    way: 'طريقة الدخول',
    token: 'رمز الدخول',
    tokenWay: 'برمز دخول',
    extensionWay: `بتحويلة ${isolate('Webphone')}`,
    extension: 'التحويلة',
    password: 'كلمة المرور',
    submit: 'عرض اللوحة',
  },
  teams: {
    title: 'اختر فريقًا',
    free: 'متاح',
    talking: 'في مكالمة',
    waiting: 'في الانتظار',
    none: `لا توجد فرق. أضف فريقًا تحت «${isolate('teams')}» في ملف الإعدادات.`,
  },
  problems,
  tokenProblems,
  ...wallTexts,
  ...kioskTexts,
  ...noticeTexts,
  ...accessTexts,
  ...staleTexts,
}
