/** A language tag of BCP 47, in form: whether the tag is registered is not looked up. */
export const languageShape = {
  name: 'language',
  expected: 'a language tag such as en, uk or pt-BR',
  pattern: /^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/,
  max: 35,
};
