import { Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type AnchorProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> &
  ButtonProps & { ref?: Ref<HTMLAnchorElement> }

function Anchor(props: AnchorProps) {
  return <Button component="a" {...props} />
}

/** A link that looks like a button, with the types of the router: it leads somewhere, a button does something. */
export const ButtonLink = createLink(Anchor)
