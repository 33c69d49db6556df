// Its dependencies speak of Node's `global`.
Reflect.set(globalThis, 'global', globalThis);
export {};
