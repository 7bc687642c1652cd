// Every page of the Dashboard, once something has happened at the shop.
export async function atTheDashboard() {}
