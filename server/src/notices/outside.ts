/** What the installation reaches the world by; each is the operator's to say. */
export type Outside = {
  /** Null: no e-mail is sent. */
  mail: MailSettings | null
  /** Whether webhooks may lead into private networks. */
  allows_private_addresses: boolean
  /** Where the data lies, whose disk may run full; null where the database is elsewhere. */
  data_dir: string | null
}

export type MailSettings = { url: string; from: string }

/** Where nothing is said. */
export const noOutside: Outside = { mail: null, allows_private_addresses: false, data_dir: null }
