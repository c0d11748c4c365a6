import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

/** The 47 prefectural federations and the national one. Reference data: everyone may read it. */
export const FederationRecord = defineEntity({
  name: "FederationRecord",
  tableName: "federation",
  properties: {
    /** JIS X 0401 prefecture code 01–47; 00 is the national federation. */
    code: p.string().length(2).primary(),
    name: p.string().length(100),
  },
});
export type FederationRecord = InferEntity<typeof FederationRecord>;
