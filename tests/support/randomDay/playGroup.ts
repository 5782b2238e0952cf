import type { Pen } from './pen.ts'
import { playTalk } from './play.ts'
import type { Story } from './story.ts'

export function playParallel(pen: Pen, story: Story & { type: 'group' }, customer: string): void {
  const { extensions, result } = story
  const ids = extensions.map((extension) => {
    const id = pen.open(customer, extension)
    pen.to(id, 'Ringing')
    return id
  })
  pen.pass(story.ringSeconds)
  const winner = result.type === 'answered' ? ids[result.by % ids.length] : undefined
  if (winner !== undefined) pen.to(winner, 'InCall')
  for (const id of ids) {
    if (id !== winner) pen.to(id, result.type === 'over' ? result.state : 'Cancelled')
  }
  if (winner !== undefined && result.type === 'answered') {
    playTalk(pen, winner, result.talk, 'callee')
  }
}

export function playRolling(pen: Pen, story: Story & { type: 'group' }, customer: string): void {
  const { extensions, result } = story
  const id = pen.open(customer, extensions[0]!)
  pen.to(id, 'Ringing')
  const last = result.type === 'answered' ? result.by % extensions.length : extensions.length - 1
  for (const extension of extensions.slice(1, last + 1)) {
    pen.pass(story.ringSeconds)
    pen.redirect(id, extension)
  }
  pen.pass(story.ringSeconds)
  if (result.type === 'over') {
    pen.to(id, result.state)
    return
  }
  pen.to(id, 'InCall')
  playTalk(pen, id, result.talk, 'callee')
}
