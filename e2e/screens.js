// Draws docs/screens/: starts the demo, lets a few customers write and an agent answer, and takes a picture of each screen on the way.
import { Camera } from "./screens/camera.js";
import { atTheDashboard } from "./screens/dashboard.js";
import { atTheShop } from "./screens/visit.js";
import { furnish } from "./screens/shop.js";
import { startDemo } from "./stage/baton.js";

const demo = await startDemo();
const camera = await Camera.set();
try {
  const shop = await furnish(demo.url);
  await atTheShop({ camera, demo, shop });
  await atTheDashboard({ camera, demo, shop });
} finally {
  await camera.close();
  await demo.stop();
}
