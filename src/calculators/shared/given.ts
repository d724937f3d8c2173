/** The part of an object that says something: fields without a value are left out. */
export const given = <Value extends object>(value: Value) =>
  Object.fromEntries(
    Object.entries(value).filter(([, held]) => held !== undefined && held !== null && held !== ''),
  ) as { [Key in keyof Value]?: NonNullable<Value[Key]> };
