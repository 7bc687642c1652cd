// The teams: who is in each of them, and what an admin can do with it.
import type { UseQueryResult } from "@tanstack/react-query";
import { UsersRound } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { Team } from "../../api";
import { ConfirmDialog, EmptyState, Loaded, Section, Table, toast } from "../../ui";
import { teamColumns } from "./teamColumns";
import { TeamDialog } from "./TeamDialog";
import { useRemoveTeam } from "./teams";

interface TeamListProps {
  app: number;
  query: UseQueryResult<Team[]>;
  createButton: ReactNode;
}

export function TeamList({ app, query, createButton }: TeamListProps) {
  const [editing, setEditing] = useState<Team | null>(null);
  const [removing, setRemoving] = useState<Team | null>(null);
  const remove = useRemoveTeam(app);
  return (
    <Section flush>
      <Loaded query={query}>
        {(teams) =>
          teams.length === 0 ? (
            <EmptyState icon={<UsersRound />} title="No teams yet" action={createButton}>
              A team is agents who do the same work, such as billing. AI Agents can hand over to a team, and whoever joins it later gets
              conversations too.
            </EmptyState>
          ) : (
            <Table
              label="Teams"
              rows={teams}
              rowKey={(team) => team.id}
              columns={teamColumns({ onEdit: setEditing, onRemove: setRemoving })}
            />
          )
        }
      </Loaded>
      {editing ? <TeamDialog app={app} team={editing} onClose={() => setEditing(null)} /> : null}
      <ConfirmDialog
        open={removing !== null}
        title={`Remove ${removing?.name ?? "the team"}?`}
        action="Remove"
        danger
        onClose={() => setRemoving(null)}
        onConfirm={async () => {
          if (!removing) return;
          await remove.mutateAsync(removing);
          toast.done(`${removing.name} is removed.`);
        }}
      >
        Its agents stay, and keep what they have.
      </ConfirmDialog>
    </Section>
  );
}
