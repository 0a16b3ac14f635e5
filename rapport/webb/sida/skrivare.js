// Writing: each change is kept as a draft at once and sent to the server, one question in flight at a time, the newest
// text next. What comes back says what the answer is now.
import { skicka } from "./api.js";
import * as utkast from "./utkast.js";

const IGEN = 2000; // milliseconds until what did not get through is sent again

/**
 * Start writing an answer; `on` has svar(data, isNewest, number), strid(strid, values), fel(error), lage(text).
 * While two texts are in dispute nothing more is sent: what is typed is kept as a draft until somebody has decided.
 */
export function skrivare(svar, on) {
  const fraga = svar.id;
  const state = { version: svar.version, next: null, busy: false, isDisputed: false, timer: 0, saved: null };
  let draft = { varden: {}, fran: entry(svar) }; // what has been written since the answer was known to be on disk

  // A draft goes on from what the server has answered last; should the server be gone too, from what was on disk.
  const keep = () => utkast.spara(fraga, { ...draft, version: state.version });

  function andra(varden, extra = {}) {
    state.next = { ...state.next, ...varden, ...extra };
    draft.varden = { ...draft.varden, ...varden };
    on.lage(keep() ? "skriver" : "utan-utkast");
    void send();
  }

  async function send() {
    clearTimeout(state.timer);
    if (state.busy || state.isDisputed || state.next === null) return;
    const sent = state.next;
    state.next = null;
    state.busy = true;
    try {
      take(await skicka(`fraga/${fraga}`, { version: state.version, fran: draft.fran, ...sent }), sent.nummer);
    } catch (error) {
      refused(error, sent);
    }
    state.busy = false;
    if (state.next !== null && !state.timer) void send();
  }

  function take(data, number) {
    const isNewest = state.next === null;
    // What others have written is taken into the text only when nothing newer is being typed here.
    state.version = isNewest || !data.sammanfogat ? data.version : data.din_version;
    if (!done(data)) keep();
    on.svar(data, isNewest, number);
  }

  function refused(error, sent) {
    if (error.strid) {
      state.next = { ...sent, ...state.next };
      state.isDisputed = true;
      on.strid(error.strid, state.next);
      return;
    }
    on.fel(error);
    if (error.status === 400 || error.status === 413) return; // the same again would be refused again
    state.next = { ...sent, ...state.next };
    state.timer = setTimeout(() => {
      state.timer = 0;
      void send();
    }, IGEN);
  }

  // Let the draft go where all that was written is on disk.
  function done(data) {
    if (state.saved !== state.version || state.next !== null) return false;
    utkast.slapp(fraga);
    draft = { varden: {}, fran: entry(data) };
    return true;
  }

  return {
    andra,
    /** Go on with a draft that another tab left. */
    aterta({ varden, version, fran }) {
      state.version = version;
      draft.fran = fran;
      andra(varden);
    },
    /** Whether everything typed has reached the server. */
    lugn: () => state.next === null && !state.busy,
    version: () => state.version,
    /** Send nothing more until it is decided which text is to stand; returns what has not been sent. */
    vanta() {
      state.isDisputed = true;
      return state.next ?? {};
    },
    /** Go on from an answer as it was read anew. */
    fran(data) {
      Object.assign(state, { version: data.version, next: null, isDisputed: false });
      draft = { varden: {}, fran: entry(data) };
    },
    /** Note which version of the answer is on disk. */
    sparat(version, data) {
      state.saved = version;
      return !state.busy && done(data);
    },
    stopp: () => send(),
  };
}

const entry = ({ markdown, status, ansvarig, kommentar, kryssat, tillat }) => ({ markdown, status, ansvarig, kommentar, kryss: kryssat, tillat });
