// What is asked of the server. This page's own name tells it from other tabs.

export const FLIK = crypto.randomUUID();
export const IGEN = 2000; // milliseconds until what the server did not answer is asked, or sent, again

/** What the server said no to, in words for people; `status` 0: there was no answer at all. */
export class Nej extends Error {
  constructor(status, text, { strid = null, kvar = null } = {}) {
    super(text);
    Object.assign(this, { status, strid, kvar });
  }
}

const TYST = "Ingen kontakt med redigeraren. Det du skriver finns kvar här i fliken. Är programmet stängt: starta det igen.";

const OMSTARTAD = "Redigeraren har startats om. Öppna den nya adressen, eller gå över till den nya fliken. Det du har skrivit här finns kvar.";

async function fraga(path, options) {
  let answer;
  try {
    answer = await fetch(`/api/${path}`, { ...options, redirect: "error" });
  } catch {
    throw new Nej(0, TYST);
  }
  if (answer.ok) return answer;
  const data = await answer.json().catch(() => ({}));
  throw new Nej(answer.status, answer.status === 401 ? OMSTARTAD : data.fel ?? `Servern svarade ${answer.status}.`, data);
}

const som = (data) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ ...data, flik: FLIK }),
});

export const hamta = async (path) => (await fraga(path, {})).json();
export const hamtaText = async (path) => (await fraga(path, {})).text();
export const skicka = async (path, data, how = {}) => (await fraga(path, { ...som(data), ...how })).json();

/** Send a file as it is; what it is called comes with it, and is no path. */
export const laddaUpp = async (file) => (await fraga(`uppladdade?namn=${encodeURIComponent(file.name)}`, {
  method: "POST",
  headers: { "content-type": "application/octet-stream" },
  body: file,
})).json();

/** Ask for something to be made, and let the browser save it. */
export async function laddaNer(path, data) {
  const answer = await fraga(path, som(data));
  const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "redovisning";
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  return name;
}

/** Tell the server that the page is being closed; it has no time to answer. */
export function hejda() {
  const data = new Blob([JSON.stringify({ flik: FLIK, hejda: true })], { type: "application/json" });
  navigator.sendBeacon("/api/narvaro", data);
}
