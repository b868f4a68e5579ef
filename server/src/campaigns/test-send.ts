import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { readNumbers } from '../contacts/read-numbers.ts'
import { sendSms } from '../sms/service.ts'
import { lockCampaign } from './lock.ts'

/** Sends the campaign's text to one number, as it would be sent, as a single sms that counts nowhere in the campaign. */
export async function testCampaign(
  tx: Tx,
  context: Context,
  { user_id, id, phone_number }: { user_id: number; id: number; phone_number: string },
): Promise<number[]> {
  const campaign = await lockCampaign(tx, user_id, id)
  const { numbers, problems } = await readNumbers(tx, user_id, [phone_number], 'phone_number')
  problems.throwIfAny()
  return sendSms(tx, context, user_id, {
    numbers,
    content: campaign.content,
    footer: campaign.has_footer,
    device_id: campaign.device_id,
    sim_subscription_id: campaign.sim_subscription_id,
    send_at: context.now(),
    purpose: 'test',
  })
}
