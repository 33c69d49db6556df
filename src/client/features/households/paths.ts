/** Where a hamlet's households live in the app. An id, or the name it has in a route. */
/** One household's own page. */
export const cardPath = <Id extends string>(id: Id) => `/cac-ho/${id}/ho` as const;
export const editPath = <Id extends string>(id: Id) => `/cac-ho/${id}/sua` as const;
export const movePath = <Id extends string>(id: Id) => `/cac-ho/${id}/chuyen` as const;
export const mergePath = <Id extends string>(id: Id) => `/cac-ho/${id}/gop` as const;
export const remindFamilyPath = <Id extends string>(id: Id) => `/cac-ho/${id}/nhac` as const;
export const proxyPath = <Id extends string>(id: Id) => `/cac-ho/${id}` as const;
