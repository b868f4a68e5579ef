export type SimCard = {
  slotIndex: number
  simNumber: number
  phoneNumber: string
  carrierName: string
  iccid: string
}

/** The SIM cards of a pretend phone, the same for the same number: phone numbers of the range that is kept for films. */
export function makeSimCards(count: number, number: number): SimCard[] {
  return Array.from({ length: count }, (_, slotIndex) => {
    const line = (number * 3 + slotIndex) % 100
    return {
      slotIndex,
      simNumber: slotIndex + 1,
      phoneNumber: `+120255501${String(line).padStart(2, '0')}`,
      carrierName: carriers[slotIndex % carriers.length] ?? 'Pretend',
      iccid: `8901260${String(number % 1e9).padStart(10, '0')}${String(slotIndex).padStart(2, '0')}`,
    }
  })
}

/** What the app tells of its SIM cards when it enrols: the texts under asterisks but for their ends. */
export function maskSimCards(cards: readonly SimCard[]): SimCard[] {
  return cards.map((card) => ({
    ...card,
    phoneNumber: mask(card.phoneNumber),
    carrierName: mask(card.carrierName),
    iccid: mask(card.iccid),
  }))
}

const carriers = ['Pretend Mobile', 'Makebelieve', 'Quasi Telecom']

function mask(text: string): string {
  return text.length <= 4 ? '****' : '*'.repeat(text.length - 4) + text.slice(-4)
}
