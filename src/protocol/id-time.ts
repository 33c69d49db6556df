/** When a UUIDv7 was made, by the clock of the device that made it: its first 48 bits, in epoch milliseconds. */
export const madeAt = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);
