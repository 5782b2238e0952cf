/** Writes one line for whoever opens the browser's console to see why a wall is odd. Never a secret. */
export function log(message: string): void {
  console.warn(`callwall: ${message}`)
}
