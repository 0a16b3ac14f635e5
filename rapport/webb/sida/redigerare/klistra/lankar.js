// The addresses of what is pasted: on the web and of mail, as they were before somebody's mail filter wrapped them.

const WEB = /^(https?:\/\/|mailto:)[^\s<>"]+$/i;
const WRAPPED = /^https:\/\/[\w.-]*safelinks\.protection\.outlook\.com\/.*[?&]url=([^&]+)/i;
const FOR_EYES = /^(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?$/i;

// The address an answer may have; null where a link leads nowhere outside the document.
export function adress(href) {
  let address = (href ?? "").trim();
  const wrapped = WRAPPED.exec(address);
  if (wrapped) {
    try {
      address = decodeURIComponent(wrapped[1]);
    } catch {
      return address; // not ours to mend
    }
  }
  address = address.replaceAll(" ", "%20");
  return WEB.test(address) ? address : null;
}

// What somebody typed as an address: www.exempel.se is one, namn@exempel.se too.
export function skriven(text) {
  const typed = text.trim();
  if (/^[^\s@/:]+@(?:[\w-]+\.)+[a-z]{2,}$/i.test(typed)) return `mailto:${typed}`;
  return adress(FOR_EYES.test(typed) ? `https://${typed}` : typed);
}
