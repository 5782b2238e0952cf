import { PbxError } from '../../pbxError.ts'

/** The body of `response` as text. Rejects with a `failed` `PbxError` as soon as it is longer than `largestBytes`. */
export async function readBounded(response: Response, largestBytes: number): Promise<string> {
  if (response.body === null) return ''
  const decoder = new TextDecoder()
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > largestBytes) {
      await reader.cancel()
      const sentence = 'The HTTP API of the PBX answered far more than it should.'
      throw new PbxError('failed', sentence, { reason: 'tooMuch' })
    }
    text += decoder.decode(value, { stream: true })
  }
}
