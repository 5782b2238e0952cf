/** Resolves when all messages posted to ports so far have arrived: fake timers do not move these. */
export function messagesArrived(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
