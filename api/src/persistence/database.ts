import { MikroORM } from "@mikro-orm/postgresql";
import { AccountRecord } from "./account-record.ts";
import { ApproachRecord } from "./approach-record.ts";
import { BusinessDifferenceRecord, BusinessDuplicateRecord } from "./business-duplicate-record.ts";
import { BusinessEventRecord } from "./business-event-record.ts";
import { BusinessImportRecord } from "./business-import-record.ts";
import { BusinessMergeRecord } from "./business-merge-record.ts";
import { BusinessRecord } from "./business-record.ts";
import { CooperativeRecord } from "./cooperative-record.ts";
import { DiscoveryRecord } from "./discovery-record.ts";
import { FederationRecord } from "./federation-record.ts";
import { GroupEventRecord, GroupMemberRecord, GroupRecord } from "./group-record.ts";
import { ListShapeRecord } from "./list-shape-record.ts";
import { NeverTogetherRecord } from "./never-together-record.ts";
import { ProposalEventRecord, ProposalMemberRecord, ProposalRecord } from "./proposal-record.ts";
import { SavedViewRecord } from "./saved-view-record.ts";
import { SessionRecord } from "./session-record.ts";
import { TermsVersionRecord } from "./terms-version-record.ts";
import { VisitRecord } from "./visit-record.ts";

/** Every table of ours that is read and written through the ORM. */
export const RECORDS = [
  AccountRecord,
  ApproachRecord,
  BusinessDifferenceRecord,
  BusinessDuplicateRecord,
  BusinessEventRecord,
  BusinessImportRecord,
  BusinessMergeRecord,
  BusinessRecord,
  CooperativeRecord,
  DiscoveryRecord,
  FederationRecord,
  GroupEventRecord,
  GroupMemberRecord,
  GroupRecord,
  ListShapeRecord,
  NeverTogetherRecord,
  ProposalEventRecord,
  ProposalMemberRecord,
  ProposalRecord,
  SavedViewRecord,
  SessionRecord,
  TermsVersionRecord,
  VisitRecord,
];

/** Connections one process keeps: more only queue inside a two-core PostgreSQL. */
const POOL_MAX = 10;

/** Opens the store at `url`. Whose rows are seen is set on each fork, see {@link actingFor}. */
export function openStore(url: string): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities: RECORDS,
    pool: { min: 0, max: POOL_MAX },
    // A flush writes what was changed; the queue's tables are not ours to compare.
    schemaGenerator: { ignoreSchema: ["graphile_worker"] },
  });
}
