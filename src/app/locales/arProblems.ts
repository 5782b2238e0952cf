import { isolate } from './isolate.ts'
import type { Messages } from './messages.ts'

/** The problems that take the place of a wall, in Arabic. */
export const problems: Messages['problems'] = {
  unknownTeam: (id) => ({
    title: 'لا يوجد فريق بهذا الاسم',
    sentence: `لا يوجد فريق «${isolate(id)}» في ملف الإعدادات.`,
    remedy: 'اختر أحد هذه الفرق، أو صحّح عنوان هذه الصفحة.',
  }),
  badRange: (range) => ({
    title: 'تعذّرت قراءة هذه التحويلات',
    sentence: `«${isolate(range)}» ليست قائمة تحويلات.`,
    remedy: `اكتب التحويلات والنطاقات مفصولة بفواصل، مثل ${isolate('1001-1020,1050')}.`,
  }),
  configMissing: () => ({
    title: 'لا يوجد ملف إعدادات',
    sentence: `لا الخادم ولا ملف ${isolate('config.json')} بجانب هذه الصفحة يحدّد المقسم المطلوب عرضه.`,
    remedy: `ضع بجانب الصفحة ملف ${isolate('config.json')} يحتوي على «${isolate('pbx.address')}»، أو شغّل الخادم بملف كهذا.`,
  }),
  configInvalid: (reason) => ({
    title: 'ملف الإعدادات غير صالح',
    sentence: reason,
    remedy: `صحّح الملف، وستقرؤه اللوحة من جديد تلقائيًا. الأمر «${isolate('callwall check')}» يوضّح المزيد.`,
  }),
  serverUnreachable: (address) => ({
    title: 'تعذّر الوصول إلى خادم اللوحة',
    sentence: `${isolate(address)} لا يستجيب.`,
    remedy: 'تأكد من أن الخادم يعمل ومن أن هذه الشاشة متصلة بالشبكة. ستواصل اللوحة المحاولة.',
  }),
  scriptMissing: (scriptUrl) => ({
    title: 'لم يُحمَّل برنامج المقسم',
    sentence: `لم يُحمَّل ${isolate(scriptUrl)} أو لا يحتوي على ${isolate('OzWebClient')}.`,
    remedy: `افتح هذا العنوان في متصفح، وصحّح «${isolate('pbx.scriptUrl')}» إن كان العنوان مختلفًا.`,
  }),
  notFound: (path) => ({
    title: 'لا يوجد شيء هنا',
    sentence: `لا توجد صفحة بالعنوان ${isolate(path)}.`,
    remedy: 'اختر فريقًا.',
  }),
  unexpected: (reason) => ({
    title: 'حدث خطأ في اللوحة',
    sentence: reason,
    remedy: 'أعد تحميل الصفحة. إن تكرر الخطأ فأبلغ المسؤول عن اللوحة.',
  }),
}

const httpApi = isolate('HTTP API')
const httpApiUrl = isolate('pbx.httpApiUrl')
const user = `${isolate('OZEKI_HTTP_USERNAME')} و${isolate('OZEKI_HTTP_PASSWORD')}`
const check = isolate('callwall check')

/** Why the wall’s server has no token, in Arabic. */
export const tokenProblems: Messages['tokenProblems'] = {
  serverUnreachable:
    'تعذّر الوصول إلى خادم اللوحة. تأكد من أنه يعمل ومن أن هذه الشاشة متصلة بالشبكة؛ ستواصل اللوحة المحاولة.',
  withoutToken: 'أجاب خادم اللوحة دون رمز دخول.',
  denied: 'رفض المقسم الهاتفي خادم اللوحة. تحقق من اسم المستخدم وكلمة المرور لدى الخادم.',
  keyRequired: 'يطلب خادم اللوحة من هذه الشاشة مفتاح الدخول.',
  failed: 'لم يحصل خادم اللوحة على رمز دخول من المقسم الهاتفي. السبب مكتوب في سجل الخادم.',
  pbx: {
    300: `لم يستطع المقسم قراءة طلب الخادم. تأكد من أن «${httpApiUrl}» هو عنوان ${httpApi}.`,
    301: `لا يعرف المقسم كيف ينشئ رمز دخول، وربما إصداره قديم. أنشئ رمزًا يدويًا من أجل ${isolate('OZEKI_TOKEN')}.`,
    302: `لم يقبل المقسم طلب رمز الدخول. الأمر «${check}» يوضّح المزيد.`,
    303: `لا يسمح المقسم بإنشاء رموز الدخول هنا. راجع صلاحيات ${httpApi} فيه.`,
    304: `يطلب المقسم مستخدمًا. أعطِ الخادم ${user}.`,
    305: `يرفض المقسم اسم مستخدم الخادم أو كلمة مروره. صحّح ${user}.`,
    306: `لا يحق لمستخدم الخادم استعمال ${httpApi}. اسمح لمجموعته في المقسم.`,
    307: `لا يحق لجهاز الخادم استعمال ${httpApi}. اسمح لعنوانه في المقسم.`,
    unreachable: `لا يصل الخادم إلى ${httpApi} في المقسم. تحقق من «${httpApiUrl}» ومن أن المقسم يعمل.`,
    timeout: `لا يجيب ${httpApi} في المقسم في الوقت المناسب. ستواصل اللوحة المحاولة.`,
    noHttpApi: `تقول الإعدادات إن المقسم بلا ${httpApi}. أنشئ رمزًا فيه وأعطه للخادم باسم ${isolate('OZEKI_TOKEN')}.`,
    tooMuch: `ما يجيب على «${httpApiUrl}» يرسل أكثر مما يرسله مقسم. تحقق من العنوان.`,
    notXml: `ما يجيب على «${httpApiUrl}» ليس ${httpApi} للمقسم. تحقق من العنوان.`,
    withoutToken: `أجاب ${httpApi} في المقسم دون رمز دخول. الأمر «${check}» يوضّح المزيد.`,
  },
}
