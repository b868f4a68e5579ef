// What a text can say of whoever gets it.
export type TemplateContact = {
  name: string | null
  phone_number: string
  country_code: string | null
  custom_parameters: Record<string, string | number | boolean>
}
