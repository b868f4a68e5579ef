import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, Suspense, type ReactNode } from 'react'
import { uiWords } from '../words/ui.ts'
import { Bars } from './bars.tsx'
import { Problem } from './problem.tsx'

type PartProps = {
  name: string
  /** How many pale bars stand for it while it waits. */
  bars?: number
  children: ReactNode
}

/**
 * A section that waits and fails alone: what is inside reads by `useSuspenseQuery`, and whatever else it throws is caught here,
 * with *Try again*; the rest of the page stays.
 */
export function Part({ name, bars = 3, children }: PartProps) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Boundary name={name} onReset={reset}>
          <Suspense fallback={<Bars name={name} total={bars} />}>{children}</Suspense>
        </Boundary>
      )}
    </QueryErrorResetBoundary>
  )
}

type BoundaryProps = { name: string; onReset: () => void; children: ReactNode }
type BoundaryState = { error?: unknown; hasFailed: boolean }

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { hasFailed: false }

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error, hasFailed: true }
  }

  override render(): ReactNode {
    const { name, onReset, children } = this.props
    if (!this.state.hasFailed) return children
    const retry = () => {
      onReset()
      this.setState({ hasFailed: false, error: undefined })
    }
    return <Problem error={this.state.error} title={uiWords.partFailed({ name })} retry={retry} />
  }
}
