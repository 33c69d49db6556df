/** A record has a member or has it not; canonical JSON knows no third. */
export function withoutGaps<Value extends object>(value: Value): Value {
  const whole = { ...value };
  for (const key of Object.keys(whole))
    if (Reflect.get(whole, key) === undefined) Reflect.deleteProperty(whole, key);
  return whole;
}
