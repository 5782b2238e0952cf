import type { InputProblem, ProblemCode } from '../../contract/inputProblem.ts'
import { isolate } from './isolate.ts'

const expectations: Readonly<Record<ProblemCode, (limit: string) => string>> = {
  missing: () => 'قيمة',
  unknownKey: () => 'لا يوجد مفتاح بهذا الاسم',
  text: () => 'نص بين علامتي اقتباس',
  number: () => 'رقم',
  boolean: () => `${isolate('true')} أو ${isolate('false')}`,
  list: () => `قائمة بين ${isolate('[ ]')}`,
  object: () => `مفاتيح وقيم بين ${isolate('{ }')}`,
  oneOf: (words) => `إحدى هذه القيم: ${isolate(words)}`,
  atLeast: (limit) => `${isolate(limit)} أو أكثر`,
  atMost: (limit) => `${isolate(limit)} أو أقل`,
  wholeNumber: () => 'عدد صحيح',
  notEmpty: () => 'نص غير فارغ',
  longestText: (limit) => `نص لا يتجاوز عدد أحرفه ${isolate(limit)}`,
  pair: () => `رقمان مثل ${isolate('[2, 5]')}`,
  clockTime: () => `وقت على رأس الساعة أو نصفها مثل ${isolate('"07:30"')}`,
  days: () => `أيام مثل ${isolate('"mon-fri"')} أو ${isolate('"sat,sun"')}`,
  hours: () => `ساعات مثل ${isolate('"08:00-18:00"')}`,
  timeZone: () => `منطقة زمنية من ${isolate('IANA')} مثل ${isolate('"Europe/Budapest"')}`,
  httpUrl: () => `عنوان يبدأ بـ ${isolate('http://')} أو ${isolate('https://')}`,
  host: () => `اسم حاسوب أو عنوان ${isolate('IP')} دون منفذ`,
  teamId: () => `حروف لاتينية أو أرقام أو ${isolate('-')} أو ${isolate('_')}، لأنه جزء من العنوان`,
  ownTeamId: () => 'معرّف لا يحمله فريق آخر',
  extension: () => `أرقام داخلية مثل ${isolate('"1001"')} أو نطاقات مثل ${isolate('"1001-1020"')}`,
  backwards: () => `نطاق تصاعدي مثل ${isolate('"1001-1020"')}`,
  tooMany: () => `أرقام داخلية لا يتجاوز عددها ${isolate('10000')}`,
  someExtensions: () => 'رقم داخلي واحد على الأقل',
  serverAnswer: () => `إجابة من خادم ${isolate('callwall')}`,
  other: (words) => isolate(words),
}

/** One problem of the config in one sentence. */
export function configProblem({ path, code, found, expected }: InputProblem): string {
  const place = path === '' ? 'الملف كله' : isolate(path)
  if (code === 'missing') return `${place}: القيمة غير موجودة.`
  if (code === 'unknownKey') return `${place}: لا يوجد مفتاح بهذا الاسم.`
  const wanted = `المطلوب ${expectations[code](expected)}.`
  return found === '' ? `${place}: ${wanted}` : `${place}: الموجود ${isolate(found)}، و${wanted}`
}
