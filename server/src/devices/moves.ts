import { moveUnless, type Move } from '../http/moves.ts'

export type Movable = {
  is_paused: boolean
  is_hosted: boolean
  total_movable: number
  has_others: boolean
  sims: readonly { is_draining: boolean }[]
}

const noOthers = 'There is no other SIM that could take its texts. Connect another phone first.'

/** What may be done with a device just now. */
export function movesOf(device: Movable): Move[] {
  const { is_paused, is_hosted, total_movable, has_others, sims } = device
  const isDraining = sims.length > 0 && sims.every((sim) => sim.is_draining)
  const hasNoSims = sims.length === 0 && 'No phone has connected yet.'
  const hasNoOthers = !has_others && noOthers
  return [
    moveUnless('pause', is_paused && 'It is paused.'),
    moveUnless('resume', !is_paused && 'It is not paused.'),
    moveUnless('drain', isDraining && 'It takes no more texts already.', hasNoSims, hasNoOthers),
    moveUnless('undrain', !sims.some((sim) => sim.is_draining) && 'It takes new texts as it is.'),
    moveUnless('move', total_movable === 0 && 'No text waits that can be moved.', hasNoOthers),
    moveUnless(
      'test',
      hasNoSims,
      is_paused && 'It is paused, so nothing leaves it. Resume it first.',
    ),
    moveUnless('rename'),
    moveUnless('token', is_hosted && 'It runs inside Simcast and needs no token.'),
    moveUnless('delete'),
  ]
}
