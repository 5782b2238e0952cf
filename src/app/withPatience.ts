/** Does a request and aborts it when it has not come to its end after `patienceMs`; it then rejects. */
export async function withPatience<T>(
  patienceMs: number,
  request: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), patienceMs)
  try {
    return await request(abort.signal)
  } finally {
    clearTimeout(timer)
  }
}
