// What a page and the server have said to each other of one answer: no element, no clock, no network.
//
// Each message has a number, says which version the text on the page grew out of, and has all that has been changed
// since then; one is under way at a time. The server merges, never the page. What comes back while something newer has
// been typed says only that what was sent has been received: the page goes on from its own text as it was sent, and the
// next message is merged again. A message that was never answered may have come all the same: the server remembers what
// each writer sent last, and on disk too, so what is sent after it is taken as going on from that. A server that was
// started anew, and has forgotten, is sent all that has been changed since the answer was known to be on disk: and, by
// writer, the number of the last message that is in it (`sett`), so that it knows what of that is in the file already.

const post = ({ markdown, status, ansvarig, kommentar, kryssat, tillat }) =>
  ({ markdown, status, ansvarig, kommentar, kryss: kryssat, tillat });

export class Vaxling {
  constructor(id, svar) {
    Object.assign(this, { id, nummer: 0, nya: null, vag: null, strid: false, efter: false, nekat: false, osparat: {} });
    this.#goPaFran(svar);
  }

  get lugn() {
    return this.nya === null && this.vag === null;
  }

  /** What has been changed and not been answered. */
  get obesvarat() {
    return { ...this.vag?.varden, ...this.nya };
  }

  andra(varden) {
    this.nya = { ...(this.nekat && this.osparat), ...this.nya, ...varden };
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
    this.nekat = false;
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
    if (borta === annat) this.nekat = true; // it stands on the page all the same, and goes with the next change
    this.vag = null;
    if (varfor === "okand") this.#omIgen();
    if (varfor === "strid") this.strid = true;
    return borta;
  }

  /** What to do with an answer as it was read: "gammal", "senare", "skicka", "samma", or "in": the text is to be as it says. */
  inlast(data) {
    if (data.korning === this.korning && data.ordning < this.ordning) return "gammal";
    if (!this.lugn || this.strid || this.nekat) {
      this.efter = true;
      return "senare";
    }
    if (this.#saknas(data.mottaget) && Object.keys(this.osparat).length) {
      this.#omIgen();
      return "skicka";
    }
    this.efter = false;
    const gor = data.version === this.bas.version ? "samma" : "in";
    this.#goPaFran(data, this.bas.nummer);
    return gor;
  }

  /** Note that what a page left behind has come in by it: from now on that is written here, too, until it is on disk. */
  overta(varden) {
    if (!this.lugn) return;
    for (const key of Object.keys(varden)) this.osparat[key] ??= this.text[key];
  }

  /** Note which of all writers' messages are on disk in which order of all; returns whether all that was written here is. */
  sparat(mottaget, ordning) {
    if (this.grund.ordning <= ordning) this.disk = this.grund;
    if (!this.lugn || this.strid || (mottaget[this.id] ?? 0) < this.nummer) return false;
    this.osparat = {};
    return true;
  }

  /** Go on from the text of another, over which it has been decided that this is to stand. */
  avgor(deras, varden) {
    this.#utgaFran(deras, this.nummer);
    Object.assign(this, { nya: varden, osparat: { ...varden }, vag: null, strid: false, arAnnan: true });
  }

  /** What the browser is to keep until all is on disk: enough to send it from another page. */
  utkast() {
    return { skrivare: this.id, nummer: this.nummer + (this.nya ? 1 : 0), varden: this.osparat, ...this.#grund(true) };
  }

  // What the text grew from; told whole to a server that may not have seen it.
  #grund(isWhole) {
    const { version, nummer: svarat } = this.bas;
    const { fran: grund, sett } = this.grund;
    const { fran, nummer: disk, sett: fransett } = this.disk;
    return { version, svarat, ...(isWhole && { grund, sett, fran, fransett, disk }) };
  }

  #goPaFran(data, nummer = 0) {
    // What she had said, and others have changed since, is not said again as it was: it would take theirs back.
    this.text = { ...post(data), dokument: data.dokument };
    for (const [key, value] of Object.entries(this.text)) if (key in this.osparat && !this.nya) this.osparat[key] = value;
    Object.assign(this, { korning: data.korning, ordning: data.ordning });
    this.#utgaFran(data, nummer);
  }

  // `grund` is the last that was read whole: the text may go on from something newer, but all that is in it, has it too.
  #utgaFran(data, nummer) {
    const { version, ordning, pa_disk, mottaget } = data;
    const fran = post(data);
    this.bas = { version, nummer };
    this.grund = { fran, nummer, ordning, sett: { ...(!pa_disk && mottaget), ...(nummer && { [this.id]: nummer }) } };
    this.disk = pa_disk ? this.grund : { fran: post(data.disk), nummer: data.disk.mottaget[this.id] ?? 0, sett: data.disk.mottaget };
  }

  // Whether the server has lost anything that is in the text here.
  #saknas(mottaget) {
    const har = { ...this.grund.sett, [this.id]: this.bas.nummer };
    return Object.entries(har).some(([skrivare, nummer]) => (mottaget[skrivare] ?? 0) < nummer);
  }

  #omIgen() {
    this.arAnnan = true;
    this.nya = { ...this.osparat, ...this.nya };
  }
}
