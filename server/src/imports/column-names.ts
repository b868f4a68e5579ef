// What columns are called in the lists that people have, in the languages that they write them in. The earlier a name
// stands, the more it is preferred where a file has several.

const phoneNames = words(`
  phone_number phone phonenumber phone_no mobile_phone mobile_number mobile mobile_no cell_phone cell cellphone
  cell_number msisdn whatsapp sms gsm contact_number telephone telephone_number tel tel_no
  cellulare numero_di_cellulare numero_cellulare telefono numero_di_telefono numero_telefono
  movil telefono_movil numero_de_telefono celular telefone numero_de_celular telemovel
  telephone_portable portable numero_de_telephone mobiltelefon mobilnummer handynummer handy mobil mobilfunk
  mobilfunknummer telefonnummer telefon rufnummer telefoonnummer mobiel_nummer mobiel gsm_nummer telefoon
  telefonu numer_telefonu telefonszam mobilszam puhelinnumero puhelin cep_telefonu telefon_numarasi
  numar_de_telefon broj_telefona telefoninumber 電話番号 電話 携帯電話 手机号码 手机号 手机 电话号码 电话 телефон
  номер_телефона мобильный τηλέφωνο κινητό هاتف الهاتف رقم_الهاتف جوال טלפון नंबर फ़ोन
  numero number nummer nr номер
`)

const nameNames = words(`
  name full_name fullname contact_name display_name customer_name contact customer
  nome_completo nome_e_cognome nominativo nombre_completo nombre_y_apellidos nom_complet nom_et_prenom
  vollstandiger_name volledige_naam imie_i_nazwisko nome nombre nom naam имя фио 姓名 名前 氏名 الاسم שם नाम ονομα
  first_name firstname given_name forename prenom vorname voornaam fornamn fornavn etunimi imie jmeno ime ad
`)

const optOutNames = words(`
  has_opted_out opted_out opt_out optout is_opted_out opted_out_at unsubscribed unsubscribed_at is_unsubscribed
  unsubscribe do_not_contact do_not_text do_not_sms dnc blocked disiscritto cancellato dado_de_baja baja
  desabonne desinscrit abgemeldet afgemeld uitgeschreven wypisany отписан
`)

export type Kind = 'phone_number' | 'name' | 'has_opted_out'

const namesOf: Record<Kind, readonly string[]> = {
  phone_number: phoneNames,
  name: nameNames,
  has_opted_out: optOutNames,
}

/** The column of each kind by its name: the first that is preferred; -1 for none. */
export function guessColumn(kind: Kind, columns: readonly string[]): number {
  const names = namesOf[kind]
  let best = -1
  let bestRank = names.length
  for (const [index, column] of columns.entries()) {
    const rank = names.indexOf(plain(column))
    if (rank >= 0 && rank < bestRank) {
      best = index
      bestRank = rank
    }
  }
  return best
}

/** Letters and digits in lower case, without accents, with one underscore for what is between them. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, '_')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')
}

function words(text: string): string[] {
  return text.trim().split(/\s+/).map(plain)
}
