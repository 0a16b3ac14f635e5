// What a page and the server have said to each other of one answer: no element, no clock, no network.
//
// Each message has a number, says which version the text on the page grew out of, and has all that has been changed
// since then; one is under way at a time. The server merges, never the page. What comes back while something newer has
// been typed says only that what was sent has been received: the page goes on from its own text as it was sent, and the
// next message is merged again. A message that was never answered may have come all the same: the server remembers what
// each writer sent last, and on disk too, so what is sent after it is taken as going on from that. A server that was
// started anew, and has forgotten, is sent all that has been changed since the answer was known to be on disk.

const post = ({ markdown, status, ansvarig, kommentar, kryssat, tillat }) =>
  ({ markdown, status, ansvarig, kommentar, kryss: kryssat, tillat });

export class Vaxling {
  constructor(id, svar) {
    Object.assign(this, { id, nummer: 0, nya: null, vag: null, strid: false, efter: false, osparat: {} });
    this.#goPaFran(svar);
    this.disk = this.bas;
  }

  get lugn() {
    return this.nya === null && this.vag === null;
  }

  /** What has been changed and not been answered. */
  get obesvarat() {
    return { ...this.vag?.varden, ...this.nya };
  }

  andra(varden) {
    this.nya = { ...this.nya, ...varden };
    this.osparat = { ...this.osparat, ...varden };
  }

  /** The next message; null when there is nothing to say, or something is under way that `sist` will not wait for. */
  nasta(sist = false) {
    if (this.strid || this.lugn || (!sist && (this.vag || !this.nya))) return null;
    this.vag = { nummer: this.nummer += 1, varden: this.obesvarat };
    this.nya = null;
    return { ...this.vag.varden, skrivare: this.id, nummer: this.vag.nummer, ...this.#grund(this.arAnnan) };
  }

  /** Whether a message is still waited for: another may have been sent after it. */
  vantar(nummer) {
    return this.vag?.nummer === nummer;
  }

  /** Note an answer; returns whether the text is to be as it says. `kan`: whether the text can be changed just now. */
  besvarad(data, kan) {
    const { nummer } = this.vag;
    this.vag = null;
    this.arAnnan = false;
    if (data.sammanfogat && !(kan && this.nya === null)) {
      this.bas = { version: data.din_version, nummer };
      this.efter = true;
      return false;
    }
    this.#goPaFran(data, nummer);
    return data.sammanfogat;
  }

  /**
   * Note that a message was refused: "borta" (no answer), "okand" (the server knows not what it grew from), "strid",
   * "nej": that returns what is not sent again. A waiver that is none does not keep what was written back with it.
   */
  nekad(varfor) {
    const { tillat, ...annat } = this.vag.varden;
    if (varfor !== "nej") this.nya = this.obesvarat;
    else if (tillat) {
      if (Object.keys(annat).length) this.nya = { ...annat, ...this.nya };
      delete this.osparat.tillat;
    }
    const borta = varfor === "nej" ? (tillat ? { tillat } : annat) : null;
    this.vag = null;
    if (varfor === "okand") this.#omIgen();
    if (varfor === "strid") this.strid = true;
    return borta;
  }

  /** What to do with an answer as it was read: "gammal", "senare", "skicka", "samma", or "in": the text is to be as it says. */
  inlast(data) {
    if (data.korning === this.korning && data.ordning < this.ordning) return "gammal";
    if (!this.lugn || this.strid) {
      this.efter = true;
      return "senare";
    }
    if ((data.mottaget[this.id] ?? 0) < this.bas.nummer && Object.keys(this.osparat).length) {
      this.#omIgen();
      return "skicka";
    }
    this.efter = false;
    const gor = data.version === this.bas.version ? "samma" : "in";
    this.#goPaFran(data, this.bas.nummer);
    return gor;
  }

  /** Note which of all writers' messages are on disk; returns whether all that was written here is. */
  sparat(mottaget) {
    if (!this.lugn || this.strid || !this.bas.fran || (mottaget[this.id] ?? 0) < this.nummer) return false;
    this.disk = this.bas;
    this.osparat = {};
    return true;
  }

  /** Go on from the text of another, over which it has been decided that this is to stand. */
  avgor(deras, varden) {
    this.bas = { version: deras.version, nummer: this.nummer, fran: post(deras) };
    Object.assign(this, { disk: this.bas, nya: varden, osparat: { ...varden }, vag: null, strid: false, arAnnan: true });
  }

  /** What the browser is to keep until all is on disk: enough to send it from another page. */
  utkast() {
    return { skrivare: this.id, nummer: this.nummer + (this.nya ? 1 : 0), varden: this.osparat, ...this.#grund(true) };
  }

  // What the text grew from; told whole to a server that may not have seen it.
  #grund(isWhole) {
    const { version, nummer: svarat, fran: grund = null } = this.bas;
    return { version, svarat, ...(isWhole && { grund, fran: this.disk.fran, disk: this.disk.nummer }) };
  }

  #goPaFran(data, nummer = 0) {
    // What she had said beside the text, and others have changed since, is not said again.
    const { markdown, ...beside } = post(data);
    for (const [key, value] of Object.entries(beside)) if (key in this.osparat && !this.nya) this.osparat[key] = value;
    Object.assign(this, { korning: data.korning, ordning: data.ordning, bas: { version: data.version, nummer, fran: post(data) } });
  }

  #omIgen() {
    this.arAnnan = true;
    this.nya = { ...this.osparat, ...this.nya };
  }
}
