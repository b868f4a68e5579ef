import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { sqlState, type Tx } from '../db/transaction.ts'
import { conflict, invalid, notFound } from '../errors.ts'
import { fold, foldParameters } from '../lib/fold.ts'
import { checkRevision } from '../lib/revision.ts'
import { lockForOptOut } from '../messages/await-handovers.ts'
import { lockOwners, noOwners } from '../messages/lock-owners.ts'
import { readdressQueued } from '../messages/of-contact.ts'
import { noteChanges, parameterChanges, type By, type FieldChange } from './changes.ts'
import { findOptOut, forgetOptOut, rememberOptOuts, type Evidence } from './consent.ts'
import type { KnownNumber } from './ensure.ts'
import { cancelHeld } from './opt-out.ts'
import { mergeParameters, type ParameterChanges, type Parameters } from './parameters.ts'
import { readNumbers } from './read-numbers.ts'

export type ContactChange = {
  phone_number?: string
  name?: string | null
  custom_parameters?: ParameterChanges
  has_opted_out?: boolean
  /** What is known of how it opted out or in; kept with the record. */
  consent_note?: string
}

export type NewContact = ContactChange & { phone_number: string }

const noParameters: ParameterChanges = { set: {}, remove: [] }

/** Makes a contact. A number that has opted out before is opted out from the start, whatever the request says. */
export async function createContact(
  tx: Tx,
  context: Context,
  { user_id, ...by }: { user_id: number } & By,
  fields: NewContact,
): Promise<number> {
  const { numbers, problems } = await readNumbers(
    tx,
    user_id,
    [fields.phone_number],
    'phone_number',
  )
  const merged = mergeParameters({}, fields.custom_parameters ?? noParameters)
  problems.addAll(merged.problems)
  problems.throwIfAny()
  // No problem, so there is a number.
  const number = numbers[0]!
  const remembered = await findOptOut(tx, user_id, number.phone_number)
  const opted_out_at = remembered ?? (fields.has_opted_out === true ? context.now() : null)
  const contact = await tx
    .insertInto('contacts')
    .values({
      user_id,
      ...columnsOfNumber(number),
      ...columnsOfName(fields.name ?? null),
      ...columnsOfParameters(merged.parameters),
      opted_out_at,
      created_at: context.now(),
    })
    .onConflict((oc) => oc.columns(['user_id', 'phone_number']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!contact) throw await numberTaken(tx, user_id, number.phone_number)
  if (opted_out_at) {
    const evidence = { how: 'api', ...by, note: fields.consent_note ?? null } as const
    await rememberOptOuts(tx, user_id, [number], evidence, opted_out_at)
  }
  context.contactWatcher.made(tx, user_id, [contact.id])
  return contact.id
}

/** Changes the given fields. A new number brings along what is remembered of it; opting out cancels what is pending. */
export async function updateContact(
  tx: Tx,
  context: Context,
  options: {
    user_id: number
    id: number
    change: ContactChange
    expected_revision?: number
  } & By,
): Promise<void> {
  const { user_id, id, change, api_key_id, person_id } = options
  const isAboutConsent = change.phone_number !== undefined || change.has_opted_out !== undefined
  const mayComeToMatch = change.phone_number !== undefined || change.custom_parameters !== undefined
  const owners = mayComeToMatch
    ? await context.contactWatcher.ownersOf(tx, user_id, 'edit')
    : noOwners
  const held = isAboutConsent ? await lockForOptOut(tx, user_id, [id], owners) : []
  if (!isAboutConsent && owners.flows.length > 0) await lockOwners(tx, user_id, owners)
  const contact = await lockContact(tx, user_id, id)
  checkRevision(contact.revision, options.expected_revision)
  const isNothing = Object.keys(change).every((name) => name === 'consent_note')
  if (isNothing) return

  const number = await newNumber(tx, user_id, contact, change.phone_number)
  const merged = mergeParameters(
    contact.custom_parameters,
    change.custom_parameters ?? noParameters,
  )
  if (merged.problems.length > 0) throw invalid(merged.problems)
  const phone_number = number?.phone_number ?? contact.phone_number
  const opted_out_at = await consentAfter(tx, context, user_id, {
    phone_number,
    known: number ? await findOptOut(tx, user_id, phone_number) : contact.opted_out_at,
    has_opted_out: change.has_opted_out,
    evidence: { how: 'api', api_key_id, person_id, note: change.consent_note ?? null },
  })
  if (mayComeToMatch) await context.contactWatcher.beforeEdit(tx, user_id, [id])
  await saveContact(tx, user_id, id, {
    ...(number ? columnsOfNumber(number) : {}),
    ...(change.name === undefined ? {} : columnsOfName(change.name)),
    ...(change.custom_parameters === undefined ? {} : columnsOfParameters(merged.parameters)),
    opted_out_at,
    changed_at: context.now(),
  })
  const changes = differences(contact, change, { phone_number, parameters: merged.parameters })
  const by = { api_key_id, person_id }
  await noteChanges(tx, user_id, [{ contact_id: id, changes }], by, context.now())
  if (!isAboutConsent) return
  if (opted_out_at) await cancelHeld(tx, context, user_id, held)
  else if (number) await readdressQueued(tx, user_id, id, phone_number)
}

type Locked = Awaited<ReturnType<typeof lockContact>>

async function lockContact(tx: Tx, user_id: number, id: number) {
  const contact = await tx
    .selectFrom('contacts')
    .select(['id', 'name', 'phone_number', 'custom_parameters', 'opted_out_at', 'revision'])
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!contact) throw notFound(`There is no contact ${id}.`)
  return contact
}

function differences(
  contact: Locked,
  { name = contact.name }: ContactChange,
  after: { phone_number: string; parameters: Parameters },
): FieldChange[] {
  const changes: FieldChange[] = []
  if (contact.phone_number !== after.phone_number) {
    changes.push({
      field: 'phone_number',
      before: contact.phone_number,
      after: after.phone_number,
    })
  }
  if (contact.name !== name) changes.push({ field: 'name', before: contact.name, after: name })
  // Written by us, as an object of keys and values.
  const known = contact.custom_parameters as Parameters
  return [...changes, ...parameterChanges(known, after.parameters)]
}

/** The number that a contact is to have from now on; undefined when it keeps its own. */
async function newNumber(
  tx: Tx,
  user_id: number,
  contact: Locked,
  text: string | undefined,
): Promise<KnownNumber | undefined> {
  // A sender that is no number (MYBANK) may be given back as it was answered.
  if (text === undefined || text === contact.phone_number) return undefined
  const { numbers, problems } = await readNumbers(tx, user_id, [text], 'phone_number')
  problems.throwIfAny()
  const [number] = numbers
  if (!number || number.phone_number === contact.phone_number) return undefined
  const owner = await findOwner(tx, user_id, number.phone_number)
  if (owner !== undefined) throw await numberTaken(tx, user_id, number.phone_number)
  return number
}

/** Whether the contact is opted out after a change, and the memory of its number brought in line with that. */
async function consentAfter(
  tx: Tx,
  context: Context,
  user_id: number,
  consent: {
    phone_number: string
    known: Date | null
    has_opted_out: boolean | undefined
    evidence: Evidence
  },
): Promise<Date | null> {
  const { phone_number, known, has_opted_out, evidence } = consent
  if (has_opted_out === undefined) return known
  if (!has_opted_out) {
    await forgetOptOut(tx, user_id, phone_number, evidence, context.now())
    return null
  }
  const opted_out_at = known ?? context.now()
  await rememberOptOuts(tx, user_id, [{ phone_number }], evidence, opted_out_at)
  return opted_out_at
}

type Columns = Partial<
  ReturnType<typeof columnsOfNumber> &
    ReturnType<typeof columnsOfName> &
    ReturnType<typeof columnsOfParameters>
>

async function saveContact(
  tx: Tx,
  user_id: number,
  id: number,
  columns: Columns & { opted_out_at: Date | null; changed_at: Date },
): Promise<void> {
  try {
    await tx
      .updateTable('contacts')
      .set({ ...columns, revision: sql<number>`revision + 1` })
      .where('user_id', '=', user_id)
      .where('id', '=', id)
      .execute()
  } catch (error) {
    // Somebody else took the number after we looked; the transaction can no longer say who.
    if (sqlState(error) !== '23505') throw error
    throw conflict('Another contact has just been given this phone number.', 'phone_number')
  }
}

async function findOwner(
  tx: Tx,
  user_id: number,
  phone_number: string,
): Promise<number | undefined> {
  const owner = await tx
    .selectFrom('contacts')
    .select('id')
    .where('user_id', '=', user_id)
    .where('phone_number', '=', phone_number)
    .executeTakeFirst()
  return owner?.id
}

async function numberTaken(tx: Tx, user_id: number, phone_number: string) {
  const owner = await findOwner(tx, user_id, phone_number)
  return conflict(`Contact ${owner} already has the number ${phone_number}.`, 'phone_number')
}

function columnsOfNumber({ phone_number, country_code, continent_code }: KnownNumber) {
  return { phone_number, country_code, continent_code, can_be_sent_to: true }
}

function columnsOfName(name: string | null) {
  return { name, name_folded: name === null ? null : fold(name) }
}

function columnsOfParameters(parameters: Parameters) {
  const { folded, comparable } = foldParameters(parameters)
  return {
    custom_parameters: JSON.stringify(parameters),
    folded_parameters: JSON.stringify(folded),
    comparable_parameters: JSON.stringify(comparable),
  }
}
