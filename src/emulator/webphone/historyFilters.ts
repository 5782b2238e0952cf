/**
 * The filters of a history query, of which the API documents nothing: named as in the HTTP API, whatever the case of
 * their first letter. An `extensionId` is looked for on either side.
 */
export function historyFilters(
  properties: object,
  extensionId: string | undefined,
): Record<string, string> {
  const texts = Object.entries(properties)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value] as const)
  return {
    ...Object.fromEntries(texts),
    ...(extensionId !== undefined && { Extension: extensionId }),
  }
}
