// Asks what a view is called, when it is saved and when it is renamed.
import { NameDialog } from "../../ui";

interface ViewNameProps {
  title: string;
  action: string;
  name: string;
  onClose: () => void;
  onName: (name: string) => void;
}

const NAME_MAX = 80;

export function ViewName({ onClose, onName, ...rest }: ViewNameProps) {
  const take = (name: string) => {
    onName(name);
    onClose();
  };
  return <NameDialog {...rest} label="Name" hint="Only you see your views." maxLength={NAME_MAX} onClose={onClose} onName={take} />;
}
