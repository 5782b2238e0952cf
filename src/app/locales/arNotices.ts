import type { noticeTexts as english } from './enNotices.ts'
import { isolate } from './isolate.ts'
import type { Texts } from './texts.ts'

const token = isolate('OZEKI_TOKEN')

/** What the administrator should know, in Arabic. */
export const noticeTexts: Texts<typeof english> = {
  notices: {
    signs: {
      tokenEndsSoon: (time) => `رمز الدخول ينتهي ${isolate(time)}`,
      tokenOver: (time) => `رمز الدخول انتهى ${isolate(time)}`,
      configRejected: () => 'ملف الإعدادات فيه أخطاء',
      recordsFailing: () => 'المكالمات لا تُحفظ',
      historyFailing: () => 'لا سجل من المقسم',
      serverSilent: () => 'لا خبر من الخادم',
    },
    row: 'المطلوب',
    sentences: {
      tokenEndsSoon: (time) =>
        `ينتهي رمز دخول المقسم ${isolate(time)}. أنشئ رمزًا جديدًا وأعطه للخادم باسم ${token}؛ اللوحات المتصلة تستمر.`,
      tokenOver: (time) =>
        `انتهى رمز دخول المقسم ${isolate(time)}. كل لوحة تتصل من جديد ستُرفض: أعطِ الخادم ${token} جديدًا.`,
      configRejected: (time) =>
        `تغيّر ملف الإعدادات ${isolate(time)} وفيه أخطاء، فبقيت الإعدادات السابقة. سجل الخادم والأمر «${isolate('callwall check')}» يذكران الأخطاء.`,
      recordsFailing: (time) =>
        `منذ ${isolate(time)} لا يستطيع الخادم حفظ المكالمات أو قراءتها. اللوحة صحيحة ما دامت تعمل؛ افحص القرص وملف «${isolate('records.file')}».`,
      historyFailing: (time) =>
        `منذ ${isolate(time)} لا يذكر ${isolate('HTTP API')} في المقسم مكالماته، فتبقى الساعات التي لم ترها أي لوحة فارغة. تحقق من «${isolate('pbx.httpApiUrl')}».`,
      serverSilent: (time) =>
        `منذ ${isolate(time)} لا تسمع هذه الشاشة خادمها. يستمر عرض المكالمات، ولا تصل إعدادات جديدة ولا مكالمات محفوظة ولا رموز دخول.`,
    },
  },
}
