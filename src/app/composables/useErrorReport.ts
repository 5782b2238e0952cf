import type { ComponentPublicInstance } from 'vue'
import { getCurrentInstance } from 'vue'

/** Tells the app's error handler of an error that goes no further up; to be used in `setup`. */
export function useErrorReport(): (
  error: unknown,
  instance: ComponentPublicInstance | null,
  info: string,
) => void {
  const config = getCurrentInstance()?.appContext.config
  return (error, instance, info) => config?.errorHandler?.(error, instance, info)
}
