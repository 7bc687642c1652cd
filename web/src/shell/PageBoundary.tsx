// Keeps what goes wrong on one page on that page: the way to the others stays.
import { Component, type ReactNode } from "react";
import { ErrorState } from "../ui";

interface PageBoundaryProps {
  /** Another place is another page. */
  place: string;
  children: ReactNode;
}

export class PageBoundary extends Component<PageBoundaryProps, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate({ place }: PageBoundaryProps) {
    if (this.state.error && place !== this.props.place) this.setState({ error: null });
  }

  override render() {
    const { error } = this.state;
    return error ? <ErrorState error={error} onRetry={() => location.reload()} /> : this.props.children;
  }
}
