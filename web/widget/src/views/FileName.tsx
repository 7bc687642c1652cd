// The name of a file. Where it is too long, its ending stays to be seen: it says what the file is.

const ENDING = /\.\w{1,8}$/;

export function FileName({ name }: { name: string }) {
  const ending = name.match(ENDING)?.[0] ?? "";
  return (
    <bdi class="file-name">
      <span>{name.slice(0, name.length - ending.length)}</span>
      {ending}
    </bdi>
  );
}
