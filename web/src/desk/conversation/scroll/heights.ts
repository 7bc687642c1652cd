// How tall a long list is and which part of it is before the eyes, from rows that were measured and guesses for the others. Pure.
export class Heights {
  #measured = new Map<string, number>();
  #keys: readonly string[] = [];
  #at = new Map<string, number>();
  /** Where each row begins; one more for where the last one ends. */
  #tops = new Float64Array(1);

  constructor(readonly guess: number) {}

  keep(keys: readonly string[]) {
    if (keys === this.#keys) return;
    this.#keys = keys;
    this.#at = new Map(keys.map((key, at) => [key, at]));
    this.#sum();
  }

  /** Says whether anything is different from what was thought. */
  measured(rows: Iterable<[key: string, height: number]>): boolean {
    let changed = false;
    for (const [key, height] of rows) {
      if (Math.abs((this.#measured.get(key) ?? -1) - height) < 0.5) continue;
      this.#measured.set(key, height);
      changed = true;
    }
    if (changed) this.#sum();
    return changed;
  }

  /** The guesses are only good for one width. */
  forget() {
    this.#measured.clear();
    this.#sum();
  }

  indexOf(key: string): number | undefined {
    return this.#at.get(key);
  }

  /** Where the row with this number begins; for the number after the last, where all ends. */
  top(index: number): number {
    return this.#tops[Math.min(Math.max(0, index), this.#keys.length)] ?? 0;
  }

  get total(): number {
    return this.top(this.#keys.length);
  }

  /** The rows that touch the stretch between two heights: from the first up to, and without, the last. */
  between(from: number, to: number): { first: number; last: number } {
    const first = Math.max(0, this.#after(from) - 1);
    return { first, last: Math.max(first, Math.min(this.#keys.length, this.#after(to))) };
  }

  /** The number of the first row that begins after this height. */
  #after(height: number): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.top(middle) > height) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #sum() {
    this.#tops = new Float64Array(this.#keys.length + 1);
    this.#keys.forEach((key, at) => {
      this.#tops[at + 1] = (this.#tops[at] ?? 0) + (this.#measured.get(key) ?? this.guess);
    });
  }
}
