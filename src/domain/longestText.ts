/** No text that a PBX tells of a session is longer, in characters: what is longer is cut where it is read. */
export const longestText = 200
