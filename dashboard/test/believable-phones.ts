import { sql } from 'kysely'
import { idOf, type Believable } from './believable-data.ts'

export type Phones = { frontDesk: number; backOffice: number; kiosk: number; van: number }

type Phone = {
  name: string
  model: string
  brand: string
  version: string
  battery: number
  isCharging: boolean
  network: string
  /** How long ago it was last heard of, in seconds. */
  heard: number
  sims: {
    carrier: string
    number: string
    day: number
    hour: number
    minute: number
    maxDay: number
  }[]
}

const phones: Record<keyof Phones, Phone> = {
  frontDesk: {
    name: 'Front desk',
    model: 'Pixel 7a',
    brand: 'Google',
    version: '1.75.0',
    battery: 82,
    isCharging: false,
    network: 'wifi',
    heard: 12,
    sims: [
      {
        carrier: 'Acme Mobile',
        number: '+447700900123',
        day: 1718,
        hour: 702,
        minute: 13,
        maxDay: 6000,
      },
      {
        carrier: 'Sample Tel',
        number: '+447700900188',
        day: 1044,
        hour: 220,
        minute: 4,
        maxDay: 6000,
      },
    ],
  },
  backOffice: {
    name: 'Back office',
    model: 'Galaxy A15',
    brand: 'Samsung',
    version: '1.75.0',
    battery: 100,
    isCharging: true,
    network: '4g',
    heard: 3,
    sims: [
      {
        carrier: 'Sample Tel',
        number: '+447700900467',
        day: 2131,
        hour: 688,
        minute: 11,
        maxDay: 6000,
      },
      {
        carrier: 'Sample Tel',
        number: '+447700900511',
        day: 2000,
        hour: 0,
        minute: 0,
        maxDay: 2000,
      },
    ],
  },
  kiosk: {
    name: 'Kiosk 2',
    model: 'Moto G24',
    brand: 'Motorola',
    version: '1.49.2',
    battery: 4,
    isCharging: false,
    network: 'none',
    heard: 18 * 60,
    sims: [
      {
        carrier: 'Sample Tel',
        number: '+447700900902',
        day: 771,
        hour: 431,
        minute: 0,
        maxDay: 4000,
      },
    ],
  },
  van: {
    name: 'Van',
    model: 'Nokia G42',
    brand: 'HMD',
    version: '1.75.0',
    battery: 57,
    isCharging: false,
    network: '5g',
    heard: 40,
    sims: [
      {
        carrier: 'Acme Mobile',
        number: '+447700900631',
        day: 64,
        hour: 12,
        minute: 1,
        maxDay: 1500,
      },
    ],
  },
}

/** Four phones: two that are well, one that is offline with texts waiting, one that is being drained. */
export async function addPhones(into: Believable): Promise<Phones> {
  const ids: Phones = {
    frontDesk: await addPhone(into, phones.frontDesk),
    backOffice: await addPhone(into, phones.backOffice),
    kiosk: await addPhone(into, phones.kiosk),
    van: await addPhone(into, phones.van),
  }
  // As the engine would have noted it by now.
  await sql`
    insert into device_watch (user_id, device_id, is_offline, offline_since, watching_since, looked_at)
    values (${into.user_id}, ${ids.kiosk}, true, now() - interval '19 minutes', now() - interval '60 days', now())
        on conflict (user_id, device_id) do update
           set is_offline = true, offline_since = excluded.offline_since`.execute(into.db)
  await into.ask('POST', `/api/devices/${ids.van}/drain`, {
    to: [{ device_id: ids.frontDesk, subscription_id: 1 }],
  })
  return ids
}

async function addPhone(into: Believable, phone: Phone): Promise<number> {
  const { db, user_id, ask } = into
  const id = await idOf(ask('POST', '/api/devices', { name: phone.name }))
  for (const [place, sim] of phone.sims.entries()) {
    await ask('POST', `/api/devices/${id}/sims/${place + 1}`, {
      phone_number: sim.number,
      max_per_minute: 14,
      max_per_hour: 800,
      max_per_day: sim.maxDay,
    })
    await sql`
      update sims
         set carrier_name = ${sim.carrier}, is_present = true, slot_index = ${place},
             minute_started_at = date_trunc('minute', now()), minute_parts = ${sim.minute},
             hour_started_at = date_trunc('hour', now()), hour_parts = ${sim.hour},
             day_started_at = date_trunc('day', now() at time zone 'Europe/London') at time zone 'Europe/London',
             day_parts = ${sim.day}
       where user_id = ${user_id} and device_id = ${id} and subscription_id = ${place + 1}`.execute(
      db,
    )
  }
  await sql`
    with phone as (
      insert into installations (user_id, device_id, app_version, enrolled_at)
      values (${user_id}, ${id}, ${phone.version}, now() - interval '60 days') returning id
    )
    update devices d
       set installation_id = phone.id, device_model = ${phone.model}, device_brand = ${phone.brand}, device_os = 'Android 15',
           device_battery = ${phone.battery}, device_is_charging = ${phone.isCharging}, app_version = ${phone.version},
           network = ${phone.network}, sims_reported_at = now(), created_at = now() - interval '60 days'
      from phone where d.user_id = ${user_id} and d.id = ${id}`.execute(db)
  await hear(into, id, phone.heard)
  return id
}

/** Who is online has been heard of just now; called again and again while pictures are made. */
export async function keepOnline(into: Believable, ids: Phones): Promise<void> {
  await hear(into, ids.frontDesk, phones.frontDesk.heard)
  await hear(into, ids.backOffice, phones.backOffice.heard)
  await hear(into, ids.van, phones.van.heard)
}

async function hear({ db, user_id }: Believable, id: number, seconds: number): Promise<void> {
  await sql`
    with phone as (
      update installations
         set heard_at = now() - ${seconds} * interval '1 second',
             streamed_at = now() - ${seconds} * interval '1 second', streaming_since = now() - interval '9 hours'
       where user_id = ${user_id} and device_id = ${id} returning id
    )
    update devices set last_ping_at = now() - ${seconds} * interval '1 second',
                       pinged_at = now() - ${seconds} * interval '1 second'
      from phone where user_id = ${user_id} and devices.id = ${id}`.execute(db)
}
