// An app's AI Agents. The id leads to the settings.
import { Bot, Code, Ellipsis, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import type { Assistant } from "../api";
import { useEveryAssistant } from "../staff";
import {
  Avatar,
  Badge,
  Button,
  ConfirmDialog,
  EmptyState,
  IconButton,
  Loaded,
  Menu,
  NameDialog,
  Page,
  Section,
  Table,
  toast,
  type Column,
} from "../ui";
import { useCreateAssistant, useDeleteAssistant } from "./assistants";
import { EmbedCode } from "./EmbedCode";
import { ACTION_NAMES } from "./words";

export function AssistantsPage({ app }: { app: number }) {
  const assistants = useEveryAssistant(app);
  const remove = useDeleteAssistant(app);
  const [params, setParams] = useSearchParams();
  const setCreating = (on: boolean) => setParams(on ? { new: "1" } : {}, { replace: true });
  const [embedding, setEmbedding] = useState<Assistant | null>(null);
  const [removing, setRemoving] = useState<Assistant | null>(null);
  const createButton = (
    <Button variant="primary" icon={<Plus className="size-4" />} onClick={() => setCreating(true)}>
      Create AI Agent
    </Button>
  );

  return (
    <Page
      title="AI Agents"
      description="An AI Agent answers your customers from your knowledge, and hands over to a person when it should."
      actions={assistants.data?.length ? createButton : null}
    >
      <Section flush>
        <Loaded query={assistants}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState icon={<Bot />} title="No AI Agents yet" action={createButton}>
                Create one, choose what it does with questions it cannot answer, and put it on your website.
              </EmptyState>
            ) : (
              <Table
                label="AI Agents"
                rows={items}
                rowKey={(one) => one.id}
                columns={columns({ app, onEmbed: setEmbedding, onRemove: setRemoving })}
              />
            )
          }
        </Loaded>
      </Section>
      {params.has("new") ? <CreateAssistant app={app} onClose={() => setCreating(false)} /> : null}
      {embedding ? <EmbedCode assistant={embedding} onClose={() => setEmbedding(null)} /> : null}
      <ConfirmDialog
        open={removing !== null}
        title={`Delete ${removing?.settings.name ?? "the AI Agent"}?`}
        action="Delete"
        danger
        onClose={() => setRemoving(null)}
        onConfirm={async () => {
          if (!removing) return;
          await remove.mutateAsync(removing);
          toast.done(`${removing.settings.name} is deleted.`);
        }}
      >
        It stops answering at once, also on websites that show it. Conversations and knowledge stay.
      </ConfirmDialog>
    </Page>
  );
}

interface RowWishes {
  app: number;
  onEmbed: (assistant: Assistant) => void;
  onRemove: (assistant: Assistant) => void;
}

function columns({ app, onEmbed, onRemove }: RowWishes): Column<Assistant>[] {
  return [
    {
      label: "Name",
      heads: true,
      cell: ({ id, settings }) => (
        <Link href={`/apps/${app}/assistants/${id}`} className="flex min-w-0 items-center gap-3 rounded-lg underline-offset-2 hover:underline">
          <Avatar ai name={settings.name} url={settings.avatar_url} />
          <span className="min-w-0 font-medium break-words">{settings.name}</span>
        </Link>
      ),
    },
    {
      label: "ID",
      cell: ({ id }) => (
        <Link href={`/apps/${app}/assistants/${id}`} className="font-mono text-[13px] break-all text-accent-ink underline-offset-2 hover:underline">
          {id}
        </Link>
      ),
    },
    {
      label: "Unanswered",
      cell: ({ settings, warnings }) => (
        <span className="flex flex-wrap items-center gap-2">
          {ACTION_NAMES[settings.unanswered.action] ?? settings.unanswered.action}
          {warnings.length > 0 ? (
            <Badge tone="warn" title={warnings.map((one) => one.message).join("\n")}>
              {warnings.length === 1 ? "1 warning" : `${warnings.length} warnings`}
            </Badge>
          ) : null}
        </span>
      ),
    },
    {
      label: "Actions",
      hideLabel: true,
      numeric: true,
      cell: (assistant) => (
        <Menu
          trigger={
            <IconButton label={`More for ${assistant.settings.name}`} size="sm" className="max-md:absolute max-md:top-4 max-md:right-3">
              <Ellipsis />
            </IconButton>
          }
          items={[
            { label: "Embed code", icon: <Code />, onSelect: () => onEmbed(assistant) },
            { label: "Delete", icon: <Trash2 />, danger: true, onSelect: () => onRemove(assistant) },
          ]}
        />
      ),
    },
  ];
}

function CreateAssistant({ app, onClose }: { app: number; onClose: () => void }) {
  const [, navigate] = useLocation();
  const create = useCreateAssistant(app);
  return (
    <NameDialog
      title="Create an AI Agent"
      label="Name"
      hint="Customers see it above its answers. You can change it later."
      action="Create"
      error={create.error}
      busy={create.isPending}
      onClose={onClose}
      onName={(name) =>
        create.mutate(name, {
          onSuccess: (assistant) => {
            onClose();
            navigate(`/apps/${app}/assistants/${assistant.id}`);
          },
        })
      }
    />
  );
}
