import { setTimeout as rest } from 'node:timers/promises'
import { dataOf, idOf, type Answer, type Client } from './client.ts'
import type { Dice } from './dice.ts'
import type { Findings } from './findings.ts'
import type { Ledger, PostedCampaign, PostedSms } from './ledger.ts'
import type { Handset } from './phones.ts'
import type { Deed } from './plan.ts'
import type { View } from './view.ts'

export type World = {
  client: Client
  ledger: Ledger
  findings: Findings
  handsets: Handset[]
  view: View
  dice: Dice
  numberOf: (contact: number) => string
}

let keys = 0

/** Does what a person or a client of the API does, until it is answered. */
export async function doDeed(world: World, deed: Deed): Promise<void> {
  switch (deed.do) {
    case 'post sms':
      return postSms(world, deed)
    case 'post campaign':
      return postCampaign(world, deed)
    case 'opt out':
      return optOut(world, deed.contacts)
    case 'delete contact':
      return deleteContact(world, deed.contact)
    case 'delete sms':
    case 'retry sms':
      return oneSms(world, deed)
    case 'pause device':
    case 'renew token':
    case 'delete device':
      return oneDevice(world, deed)
    case 'pause campaign':
    case 'move campaign':
    case 'cancel campaign':
    case 'delete campaign':
    case 'retry campaign':
      return oneCampaign(world, deed)
  }
}

type Only<Name extends Deed['do']> = Extract<Deed, { do: Name }>

async function postSms(world: World, deed: Only<'post sms'>): Promise<void> {
  const { client, ledger, findings } = world
  const posted: PostedSms = {
    content: `Sms ${ledger.sms.length + 1}`,
    phone_numbers: deed.numbers.map((place) => world.numberOf(place)),
    idempotency_key: deed.has_key ? newKey() : null,
    answers: [],
  }
  ledger.sms.push(posted)
  const { content, phone_numbers, idempotency_key } = posted
  const json = { content, phone_numbers, ...senderOf(world, deed), ...timeOf(deed.in_seconds) }
  const take = (answer: Answer | undefined) => {
    const ids = answer?.status === 200 ? dataOf(answer)['sms_ids'] : undefined
    if (Array.isArray(ids)) posted.answers.push(ids)
    else if (answer && answer.status !== 503) expectRefusal(world, 'POST /api/sms', answer)
  }
  if (idempotency_key === null) {
    take(await client.tryOnce('POST', '/api/sms', { json }))
    return
  }
  const same = Array.from({ length: deed.times }, async () => {
    take(await client.insist('POST', '/api/sms', { json, idempotency_key }))
  })
  await Promise.all(same)
  const [first = [], ...others] = posted.answers
  if (others.some((other) => other.join() !== first.join())) {
    findings.add('keys', `${content}: one key was answered ${JSON.stringify(posted.answers)}`)
  }
}

async function postCampaign(world: World, deed: Only<'post campaign'>): Promise<void> {
  const { client, ledger, numberOf } = world
  const name = `Campaign ${(keys += 1)}`
  const json = {
    name,
    content: deed.is_personal ? `${name} for {{ name }}` : name,
    ...senderOf(world, deed),
    send: 1,
    ...timeOf(deed.in_seconds),
    ...(deed.contacts === 'all'
      ? { segment: 'all' }
      : { segment: 'bulk', phone_numbers: deed.contacts.map(numberOf) }),
  }
  const request = { json, idempotency_key: newKey() }
  const answer = await client.insist('POST', '/api/campaigns', request)
  if (answer.status !== 200) return expectRefusal(world, 'POST /api/campaigns', answer)
  ledger.campaigns.push({ id: idOf(answer), name, pauses: [], ended_at: null })
}

/** A contact may be gone, and its number is remembered all the same: nobody makes sure of that here. */
async function optOut({ client, view, ledger, numberOf }: World, contacts: number[]) {
  for (const phone_number of contacts.map(numberOf)) {
    const id = await view.contactId(phone_number)
    if (id === undefined) continue
    const json = { has_opted_out: 1 }
    const { status } = await client.insist('POST', `/api/contacts/${id}`, { json })
    if (status !== 200) continue
    const earlier = ledger.optOuts.get(phone_number)
    ledger.optOuts.set(phone_number, Math.min(earlier ?? Infinity, Date.now()))
  }
}

async function deleteContact(world: World, contact: number): Promise<void> {
  const { client, view, ledger, numberOf } = world
  const id = await view.contactId(numberOf(contact))
  if (id === undefined) return
  const { status } = await client.insist('DELETE', `/api/contacts/${id}`)
  if (status === 200) ledger.deletedContacts.add(numberOf(contact))
}

async function oneSms(world: World, deed: Only<'delete sms' | 'retry sms'>): Promise<void> {
  const { client, view, ledger } = world
  if (deed.do === 'delete sms') {
    const id = nth(await view.someMessages(), deed.nth)
    if (id === undefined) return
    const { status } = await client.insist('DELETE', `/api/sms/${id}`)
    // A 404: an earlier try of ours had done it, or somebody deleted its contact.
    if (status === 200) ledger.deletedSms.add(id)
    return
  }
  // Not one that may have gone out: whether that is to be sent again is for a person to judge.
  const id = nth(await view.failedMessages(), deed.nth)
  if (id === undefined) return
  const request = { idempotency_key: newKey() }
  const answer = await client.insist('POST', `/api/sms/${id}/retry`, request)
  if (answer.status !== 200) expectRefusal(world, 'POST /api/sms/{id}/retry', answer)
}

async function oneDevice(
  world: World,
  deed: Only<'pause device' | 'renew token' | 'delete device'>,
): Promise<void> {
  const { client, handsets, ledger } = world
  const handset = handsets[deed.phone]
  if (!handset || handset.isGone) return
  const path = `/api/devices/${handset.device_id}`
  if (deed.do === 'pause device') {
    await client.insist('POST', path, { json: { is_paused: 1 } })
    await rest(deed.for_ms)
    await client.insist('POST', path, { json: { is_paused: 0 } })
    return
  }
  if (deed.do === 'renew token') {
    const request = { idempotency_key: newKey() }
    const { token } = dataOf(await client.insist('POST', `${path}/token`, request))
    if (typeof token === 'string') await handset.renew(token)
    return
  }
  const heir = handsets[deed.move_to]
  if (!heir || heir.isGone) return
  const { status } = await client.insist('DELETE', `${path}?move_to=${heir.device_id}:1`)
  if (status !== 200 && status !== 404) return
  ledger.deletedDevices.add(handset.device_id)
  await handset.lose()
}

async function oneCampaign(
  world: World,
  deed: Only<`${'pause' | 'move' | 'cancel' | 'delete' | 'retry'} campaign`>,
): Promise<void> {
  const { client, ledger } = world
  const campaign = nth(ledger.campaigns, deed.nth)
  if (!campaign) return
  const path = `/api/campaigns/${campaign.id}`
  const ask = (verb: string) =>
    client.insist('POST', `${path}/${verb}`, { idempotency_key: newKey() })
  switch (deed.do) {
    case 'pause campaign':
      return whilePaused(world, campaign, () => rest(deed.for_ms))
    case 'move campaign':
      return whilePaused(world, campaign, async () => {
        await client.insist('POST', path, { json: senderOf(world, deed) })
      })
    case 'cancel campaign': {
      const { status } = await ask('cancel')
      if (status === 200) campaign.ended_at ??= Date.now()
      return
    }
    case 'delete campaign': {
      const { status } = await client.insist('DELETE', path)
      if (status === 200) campaign.ended_at ??= Date.now()
      return
    }
    case 'retry campaign': {
      const answer = await ask('retry')
      if (answer.status !== 200) expectRefusal(world, 'retry', answer)
    }
  }
}

async function whilePaused(
  { client }: World,
  campaign: PostedCampaign,
  work: () => Promise<void>,
): Promise<void> {
  const path = `/api/campaigns/${campaign.id}`
  const ask = (verb: string) =>
    client.insist('POST', `${path}/${verb}`, { idempotency_key: newKey() })
  if ((await ask('pause')).status !== 200) return
  const pause = { from: Date.now(), to: Infinity }
  campaign.pauses.push(pause)
  await work()
  pause.to = Date.now()
  await ask('resume')
}

/** A device that is there, and a SIM that its phone has. */
function senderOf({ handsets }: World, { phone, sim }: { phone: number; sim: number }) {
  const wanted = handsets[phone]
  const handset = wanted?.isGone ? handsets.find((one) => !one.isGone) : wanted
  if (!handset) throw new Error('A phone is left')
  const { device_id, plan } = handset
  return { device_id, sim_subscription_id: Math.min(sim, plan.sims) }
}

function timeOf(inSeconds: number | null) {
  if (inSeconds === null) return {}
  const at = new Date(Date.now() + inSeconds * 1000)
  return { is_scheduled: 1, scheduled_datetime: at.toISOString() }
}

/** What other things that happen at the same time make impossible is a 400 or a 404, and nothing else. */
function expectRefusal({ findings }: World, what: string, { status, body }: Answer): void {
  if (status === 400 || status === 404) return
  findings.add('answer', `${what}: ${status} ${JSON.stringify(body)}`)
}

function nth<T>(list: readonly T[], place: number): T | undefined {
  return list.length === 0 ? undefined : list[place % list.length]
}

function newKey(): string {
  keys += 1
  return `chaos-${keys}`
}
