/**
 * A copy that its maker may still change before anybody else sees it. Copying by a literal of all fields costs a tenth of
 * a spread, and sessions, legs and visits are copied at every event.
 */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] }
