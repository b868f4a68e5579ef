import { Button, type ButtonProps } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import css from './move-button.module.css'
import { useOfflineReason } from './offline.ts'

export type Move = { verb: string; is_allowed: boolean; reason: string | null }

type MoveButtonProps = {
  /** From the API's `moves`; undefined where the resource does not know of it. */
  move: Pick<Move, 'is_allowed' | 'reason'> | undefined
  onAct: () => void
  children: ReactNode
  variant?: 'filled' | 'default' | 'subtle'
  color?: 'petrol' | 'brick'
  leftSection?: ButtonProps['leftSection']
}

/** A button that may be forbidden: it stays where it is, can be reached, and says why. */
export function MoveButton({
  move,
  onAct,
  children,
  variant = 'default',
  ...rest
}: MoveButtonProps) {
  const id = useId()
  const offline = useOfflineReason()
  const reason = offline ?? (move === undefined || move.is_allowed ? null : move.reason)
  const isOff = offline !== null || (move !== undefined && !move.is_allowed)
  return (
    <span className={css['move']} data-hint={reason ?? undefined}>
      <Button
        variant={variant}
        {...rest}
        aria-disabled={isOff}
        {...(isOff ? { 'data-disabled': true } : {})}
        aria-describedby={reason === null ? undefined : id}
        onClick={() => {
          if (!isOff) onAct()
        }}
      >
        {children}
      </Button>
      {reason !== null && (
        <span id={id} hidden>
          {reason}
        </span>
      )}
    </span>
  )
}

/** The move of a name among those of a resource. */
export function moveOf(moves: readonly Move[] | undefined, verb: string): Move | undefined {
  return moves?.find((move) => move.verb === verb)
}
