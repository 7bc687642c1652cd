// Lets other parts of the desk put the cursor into the search field.
let field: HTMLInputElement | null = null;

export function focusSearch() {
  field?.focus();
  field?.select();
}

/** Given to the field as its ref. */
export function keepSearchField(element: HTMLInputElement | null) {
  field = element;
}
