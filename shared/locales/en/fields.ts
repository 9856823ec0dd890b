import type vi from '../vi/fields.ts'

export default {
  required: 'This is missing.',
  type: 'The value is of the wrong kind.',
  'too-short': 'At least {minimum} characters are needed.',
  'too-long': 'At most {maximum} characters.',
  'too-small': 'It must be {minimum} or more.',
  'too-big': 'It must not be more than {maximum}.',
  'format-email': 'This is not an e-mail address, for example: name@company.vn.',
  'format-url': 'This is not a web address, for example: https://company.vn.',
  'format-uuid': 'This is not a valid identifier.',
  'format-date': 'This is not a date.',
  'format-datetime': 'This is not a date and time.',
  'format-other': 'The format is not right.',
  choice: 'Choose one of the values offered.',
  'unknown-field': 'There is a field we do not know.',
  invalid: 'The value is not valid.',
  'dates-order': 'The end must come after the start.',
  'tax-code': 'The tax code is not right: its check digit does not fit.',
  phone: 'This is not a telephone number.',
} as const satisfies Record<keyof typeof vi, string>
