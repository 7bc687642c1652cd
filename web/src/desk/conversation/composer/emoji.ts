// The emoji that support talk needs, each with the words by which it is found; the first is its name.
const TABLE = `
😀 grinning happy|😄 smile happy|😁 beaming grin|😅 sweat relief|😂 joy laugh tears|🙂 slight_smile|😉 wink|😊 blush smiling|😍 love heart_eyes|😘 kiss
😎 cool sunglasses|🤩 excited stars|🤔 thinking hmm|😐 neutral|😬 grimace awkward|🙄 eye_roll|😏 smirk|😌 relieved|😴 sleeping tired|🤒 sick ill
😕 confused|😟 worried|😢 cry sad|😭 sob crying|😤 frustrated|😠 angry|😱 scream shocked|😳 flushed embarrassed|🥺 pleading|🥳 party celebrate
🤗 hug|🤝 handshake deal|🤞 fingers_crossed luck|👍 thumbsup yes +1|👎 thumbsdown no -1|👌 ok perfect|👏 clap applause|🙌 hooray raised_hands|🙏 thanks please pray|👋 wave hello bye
💪 strong muscle|👀 eyes look|🫶 heart_hands|✌️ peace victory|☝️ point_up|👉 point_right|👇 point_down|🤷 shrug|🤦 facepalm|🙋 question raise_hand
❤️ heart love|🧡 orange_heart|💛 yellow_heart|💚 green_heart|💙 blue_heart|💜 purple_heart|💔 broken_heart|💯 hundred|✨ sparkles new|🔥 fire hot
⭐ star|🎉 tada congratulations party|🎁 gift present|🎂 cake birthday|🏆 trophy win|🥇 gold_medal first|☀️ sun sunny|🌧️ rain|❄️ snow cold|🌈 rainbow
✅ check done yes|☑️ ticked|❌ cross no|⚠️ warning careful|❗ exclamation important|❓ question_mark|ℹ️ info|⛔ stop forbidden|🔴 red|🟢 green
⏰ alarm clock|⏳ hourglass waiting|📅 calendar date|📞 phone call|📱 mobile|✉️ mail letter|📧 email|📎 paperclip attachment|📄 document page|📝 memo note
💬 speech chat|💡 idea bulb|🔍 search magnifier|🔗 link|🔒 lock private|🔑 key|🔧 wrench repair|⚙️ gear settings|🐛 bug|🚀 rocket launch
📦 parcel package box|🚚 truck delivery|🏠 house home|🏪 shop store|🛒 cart basket|💳 card payment|💶 euro money|💵 dollar cash|🧾 receipt invoice|📈 chart growth
☕ coffee|🍕 pizza|🍀 luck clover|🌍 world earth|✈️ plane flight|🚗 car|🚲 bike|⛺ tent camping|🐶 dog|🐱 cat
`;

export interface Emoji {
  sign: string;
  name: string;
}

interface Entry extends Emoji {
  words: string[];
}

const ALL: Entry[] = TABLE.trim()
  .split(/[|\n]/)
  .map((entry) => {
    const [sign = "", ...words] = entry.split(" ");
    return { sign, name: (words[0] ?? "").replaceAll("_", " "), words };
  });

/** Those whose name begins so come before those that are only also called so. */
export function findEmoji(query: string): Emoji[] {
  const wanted = query.toLowerCase().replaceAll(" ", "_");
  const byName = ALL.filter(({ words }) => words[0]?.startsWith(wanted));
  return [...byName, ...ALL.filter((one) => !byName.includes(one) && one.words.some((word) => word.startsWith(wanted)))];
}
