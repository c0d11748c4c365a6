const OWN_ROWS = "federation_code = current_setting('musubi.federation', true)";

/** What makes a table one of a federation's: forced row-level security lets a row be seen and written by its own only. */
export function tenantPolicyOf(table: string): readonly string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own_federation on ${table} using (${OWN_ROWS}) with check (${OWN_ROWS})`,
  ];
}
