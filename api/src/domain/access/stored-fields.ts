import type { DataClass } from "../business/fields.ts";

/**
 * The class of everything that is stored, beside the business's own fields (`domain/business/fields.ts`). P0 public,
 * P1 directory, P2 profile without a name, P3 confidential, P4 special-care; S is a secret that leaves by no channel.
 * A test reads the database's catalogue and fails on a column without an entry.
 */
export type StoredClass = DataClass | "S";

const KEYS: StoredClass = "P0";

/** Column by column, as `table.column`. */
export const STORED_FIELDS: Readonly<Record<string, StoredClass>> = {
  "federation.code": "P0",
  "federation.name": "P0",

  "account.id": KEYS,
  "account.federation_code": KEYS,
  "account.email": "P3",
  "account.name": "P3",
  "account.role": "P1",
  "account.password_hash": "S",
  "account.demo": "P0",
  "account.disabled_at": "P3",
  "account.created_at": "P3",

  "session.token_hash": "S",
  "session.account_id": "P3",
  "session.federation_code": KEYS,
  "session.created_at": "P3",
  "session.last_seen_at": "P3",

  "sign_in_limit.key": "S",
  "sign_in_limit.points": "S",
  "sign_in_limit.expire": "S",

  "business.id": KEYS,
  "business.federation_code": KEYS,
  "business.external_id": "P3",
  "business.corporate_number": "P1",
  "business.name": "P1",
  "business.name_kana": "P1",
  // Each fact in it has a class of its own; the whole is as strict as the strictest.
  "business.facts": "P3",
  // Holds the note's words too.
  "business.search_text": "P3",
  "business.municipality": "P2",
  "business.version": KEYS,
  "business.created_at": "P2",
  "business.updated_at": "P2",

  "business.removed_at": "P2",
  "business.merged_into": KEYS,

  "business_event.id": KEYS,
  "business_event.federation_code": KEYS,
  "business_event.business_id": KEYS,
  "business_event.business_version": KEYS,
  "business_event.kind": "P2",
  "business_event.cause_id": KEYS,
  "business_event.at": "P2",
  "business_event.actor_id": "P3",
  "business_event.actor_name": "P3",
  // As strict as the strictest fact.
  "business_event.changes": "P3",

  "business_import.id": KEYS,
  "business_import.federation_code": KEYS,
  "business_import.file_name": "P3",
  "business_import.content": "P3",
  "business_import.sheet": "P3",
  "business_import.header_row": "P3",
  "business_import.brought_back": "P3",
  "business_import.preview": "P3",
  "business_import.asked_by": "P3",
  "business_import.created_at": "P3",
  "business_import.applied_at": "P3",
  "business_import.counts": "P3",
  "business_import.applied_by": "P3",
  "business_import.undone_at": "P3",
  "business_import.undone_by": "P3",
  "business_import.undo_outcome": "P3",

  "discovery.id": KEYS,
  "discovery.federation_code": KEYS,
  "discovery.question": "P3",
  "discovery.status": "P3",
  "discovery.progress_permille": "P3",
  "discovery.answer": "P3",
  "discovery.fault_id": "P3",
  "discovery.asked_by": "P3",
  "discovery.asked_at": "P3",
  "discovery.finished_at": "P3",

  "business_group.id": KEYS,
  "business_group.federation_code": KEYS,
  "business_group.name": "P3",
  "business_group.purpose": "P2",
  "business_group.form": "P2",
  "business_group.stage": "P2",
  "business_group.stage_since": "P2",
  "business_group.proposal": "P3",
  "business_group.started_on": "P2",
  "business_group.version": KEYS,
  "business_group.created_at": "P2",

  "group_member.group_id": KEYS,
  "group_member.business_id": KEYS,
  "group_member.federation_code": KEYS,
  "group_member.state": "P3",
  "group_member.since": "P3",

  "group_event.id": KEYS,
  "group_event.group_id": KEYS,
  "group_event.federation_code": KEYS,
  "group_event.group_version": KEYS,
  "group_event.kind": "P2",
  "group_event.at": "P2",
  "group_event.actor_id": "P3",
  "group_event.actor_name": "P3",
  "group_event.from_stage": "P2",
  "group_event.from_since": "P2",
  "group_event.to_stage": "P2",
  "group_event.evidence_note": "P3",
  "group_event.evidence_on": "P2",
  "group_event.override_reason": "P3",
  "group_event.undone_event_id": KEYS,
  "group_event.business_id": "P3",
  "group_event.member_state": "P3",
};
