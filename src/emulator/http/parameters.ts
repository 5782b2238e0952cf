/** The parameters of one request; their names are compared without case. */
export interface Parameters {
  /** The value, empty when the parameter is empty or missing. */
  get(name: string): string
}

/** The parameters of a query string and of a form body; where both have one, the body's is taken. */
export function readParameters(query: string, body: string): Parameters {
  const values = new Map<string, string>()
  for (const text of [query, body]) {
    for (const [name, value] of new URLSearchParams(text)) values.set(name.toLowerCase(), value)
  }
  return { get: (name) => values.get(name.toLowerCase()) ?? '' }
}
