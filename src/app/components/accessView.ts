/** How the asking for the access key stands. `trying`, `slowDown` and `unreachable` have a key that they go on with. */
export type AccessView =
  | { readonly state: 'asking' | 'trying' | 'wrong' | 'unreachable' }
  /** Too many wrong keys were tried; this one is looked at in so many seconds. */
  | { readonly state: 'slowDown'; readonly seconds: number }
