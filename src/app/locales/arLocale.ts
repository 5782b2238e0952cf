/**
 * Arabic with the digits 0 to 9: figures stay tabular, as the bundled typeface has only these of equal width, and an
 * extension looks on the wall as it does on the telephone.
 */
export const arabicLocale = 'ar-u-nu-latn'
