import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType("Node", {
  description: "Something that can be asked for again by its id.",
  resolveType: (value: { kind: string }) => value.kind,
})
export abstract class NodeType {
  @Field(() => ID, { description: "Opaque and lasting." })
  id!: string;
}
