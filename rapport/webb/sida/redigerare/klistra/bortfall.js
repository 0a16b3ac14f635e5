// What a paste could not bring along, said in one sentence.

const FLERTAL = { bild: "bilder", formel: "formler", kommentar: "kommentarer" };

export class Bortfall {
  constructor() {
    this.counts = new Map();
    this.lost = new Set();
    this.changed = new Set();
  }

  // Something there are several of: "bild", "formel", "kommentar".
  count(kind) {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }

  // "" where everything came along.
  mening() {
    const counted = [...this.counts].map(([kind, number]) => (number === 1 ? `1 ${kind}` : `${number} ${FLERTAL[kind]}`));
    const lost = uppraknat([...counted, ...this.lost]);
    const parts = [...(lost ? [`${lost} kom inte med`] : []), ...this.changed];
    return parts.length ? `${versal(parts.join("; "))}.` : "";
  }
}

const versal = (text) => text[0].toUpperCase() + text.slice(1);
const uppraknat = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} och ${words.at(-1)}`);
