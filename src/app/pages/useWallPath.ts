import { useRoute, useRouter } from 'vue-router'

/** The address of another page of the wall that asks the same of it as this one: language, theme, privacy. */
export function useWallPath(): (path: string) => string {
  const route = useRoute()
  const router = useRouter()
  return (path) => router.resolve({ path, query: route.query }).fullPath
}
