// Puts the number of unread messages before the title of the website's page, where the website wants that.

const COUNTED = /^\(\d+\) /;

export function countInTitle(unread: number) {
  const bare = document.title.replace(COUNTED, "");
  document.title = unread > 0 ? `(${unread}) ${bare}` : bare;
}
