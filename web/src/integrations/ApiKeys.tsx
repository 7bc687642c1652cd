// The API keys of an app: a program that has one acts as an admin of this app.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "../api";
import { everyPage } from "../paging";
import { ago, Button, ConfirmDialog, EmptyState, IconButton, Loaded, NameDialog, Section, ShownOnce, Table, toast } from "../ui";

interface ApiKey {
  id: number;
  name: string;
  created_at: number;
  last_used_at: number | null;
}

export function ApiKeys({ app }: { app: number }) {
  const path = `/apps/${app}/keys`;
  const cache = useQueryClient();
  const keys = useQuery({ queryKey: ["keys", app], queryFn: ({ signal }) => everyPage<ApiKey>(path, signal) });
  const refresh = () => cache.invalidateQueries({ queryKey: ["keys", app] });
  const create = useMutation({
    mutationFn: (name: string) => api.post<{ id: number; name: string; key: string }>(path, { name }),
    onSuccess: refresh,
  });
  const remove = useMutation({ mutationFn: (key: ApiKey) => api.delete(`${path}/${key.id}`), onSuccess: refresh });
  const [naming, setNaming] = useState(false);
  const [removing, setRemoving] = useState<ApiKey | null>(null);
  const made = create.data;

  return (
    <Section
      flush
      title="API keys"
      description="A program with a key may do everything in this app that an admin may. Give each program its own."
      actions={
        <Button size="sm" icon={<Plus className="size-4" />} onClick={() => setNaming(true)}>
          Create key
        </Button>
      }
    >
      <Loaded query={keys}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={<KeyRound />} title="No API keys yet">
              Create one when a program of yours should talk to Baton.
            </EmptyState>
          ) : (
            <Table
              label="API keys"
              rows={items}
              rowKey={(key) => key.id}
              columns={[
                { label: "Name", heads: true, cell: (key) => <span className="font-medium break-words">{key.name}</span> },
                { label: "Created", cell: (key) => ago(key.created_at) },
                { label: "Last used", cell: (key) => (key.last_used_at === null ? "Never" : ago(key.last_used_at)) },
                {
                  label: "Actions",
                  hideLabel: true,
                  numeric: true,
                  cell: (key) => (
                    <IconButton
                      label={`Delete ${key.name}`}
                      size="sm"
                      className="max-md:absolute max-md:top-3 max-md:right-3"
                      onClick={() => setRemoving(key)}
                    >
                      <Trash2 />
                    </IconButton>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {naming && !made ? (
        <NameDialog
          title="Create an API key"
          label="Name"
          hint="The program that will use it, so that you know later what stops when you delete it."
          action="Create key"
          error={create.error}
          busy={create.isPending}
          onClose={() => setNaming(false)}
          onName={(name) => create.mutate(name, { onSuccess: () => setNaming(false) })}
        />
      ) : null}
      {made ? (
        <ShownOnce title={`API key for ${made.name}`} secrets={[{ label: "API key", text: made.key }]} onClose={create.reset}>
          It is shown only now. Programs send it as <code className="font-mono text-sm">Authorization: Bearer …</code>
        </ShownOnce>
      ) : null}
      <ConfirmDialog
        open={removing !== null}
        title={`Delete the key ${removing?.name ?? ""}?`}
        action="Delete key"
        danger
        onClose={() => setRemoving(null)}
        onConfirm={async () => {
          if (!removing) return;
          await remove.mutateAsync(removing);
          toast.done("The key is deleted.");
        }}
      >
        Programs that use it are refused from then on.
      </ConfirmDialog>
    </Section>
  );
}
