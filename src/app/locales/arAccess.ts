import { isolate } from './isolate.ts'
import type { Messages } from './messages.ts'

/** The page that asks for the access key, and what a content rule stopped, in Arabic. */
export const accessTexts: Pick<Messages, 'access' | 'scriptBlocked'> = {
  access: {
    title: 'تطلب هذه اللوحة مفتاح الدخول',
    sentence: 'لا يعرض الخادم المكالمات إلا على الشاشات التي تعرف المفتاح.',
    key: 'مفتاح الدخول',
    show: 'إظهار ما أكتبه',
    submit: 'فتح اللوحة',
    trying: 'يجري التحقق من المفتاح.',
    wrong: 'ليس هذا هو المفتاح. انتبه إلى الأحرف الكبيرة واكتبه من جديد.',
    slowDown: (seconds) =>
      `مفاتيح خاطئة كثيرة. سيُتحقق من مفتاحك بعد ${isolate(String(seconds))} ث.`,
    unreachable: 'خادم اللوحة لا يستجيب. ستعيد اللوحة تجربة المفتاح إلى أن يستجيب.',
    whose: 'المسؤول عن الخادم يعرف المفتاح.',
    link: 'من دون كتابة: افتح اللوحة مرة واحدة بهذا الرابط وفي آخره المفتاح، وستتذكره الشاشة.',
  },
  scriptBlocked: (rule, scriptUrl) =>
    `أوقفت قاعدة المحتوى ${isolate(rule)} في هذا الخادم ${isolate(scriptUrl)}. صحّح «${isolate('pbx.address')}» و«${isolate('pbx.scriptUrl')}»، أو اجعل «${isolate('pbx.csp')}» على «${isolate('tolerant')}».`,
}
