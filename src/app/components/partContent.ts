import type { FunctionalComponent } from 'vue'

/** Shows its slot. A component of its own, so that what fails while the slot is read fails below whoever uses it. */
export const PartContent: FunctionalComponent = (_props, { slots }) => slots['default']?.()
