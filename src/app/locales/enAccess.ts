/** The page that asks for the access key, and what a content rule stopped. */
export const accessTexts = {
  access: {
    title: 'This wall asks for its access key',
    sentence: 'Its server shows calls only to screens that know the key.',
    key: 'Access key',
    show: 'Show what I type',
    submit: 'Open the wall',
    trying: 'The key is being checked.',
    wrong: 'That is not the key. Check capitals and type it again.',
    slowDown: (seconds: number) => `Too many wrong keys. Yours is checked in ${seconds} s.`,
    unreachable: 'The wall’s server does not answer. The key is tried again until it does.',
    whose: 'Whoever looks after the server knows the key.',
    link: 'No typing: open the wall once with this link, the key at its end. The screen remembers it.',
  },
  /** `rule`: a directive of the Content-Security-Policy. */
  scriptBlocked: (rule: string, scriptUrl: string) =>
    `The content rule ${rule} of this server stopped ${scriptUrl}. Correct “pbx.address” and “pbx.scriptUrl”, or set “pbx.csp” to “tolerant”.`,
} as const
