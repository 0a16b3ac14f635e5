// A table of HTML as one of ours: every row as long as the first, one paragraph a cell.

// Rows of cells as they stand, { element, tom }, with what merged cells leave empty; says whether any were merged.
export function rader(table, skip) {
  const rows = [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table && !skip(row));
  const grid = rows.map(() => []);
  let merged = false;
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row.children) {
      if (!/^t[dh]$/.test(cell.localName) || skip(cell)) continue;
      while (grid[at][column]) column += 1;
      const [wide, high] = ["colspan", "rowspan"].map((name) => Math.min(Math.max(Number(cell.getAttribute(name)) || 1, 1), 200));
      merged ||= wide > 1 || high > 1;
      for (let down = 0; down < high && at + down < rows.length; down += 1) {
        for (let right = 0; right < wide; right += 1) grid[at + down][column + right] = { element: down || right ? null : cell };
      }
      column += wide;
    }
  });
  const columns = Math.max(0, ...grid.map((row) => row.length));
  return { merged, rows: grid.map((row) => Array.from({ length: columns }, (_, at) => row[at]?.element ?? null)) };
}

// Cells are { rad, sida }: rows and columns with nothing in them at the end are no part of the table.
export function tabell(cells) {
  const isEmpty = (cell) => !cell.rad.length;
  const rows = cells.filter((row) => !row.every(isEmpty));
  let columns = rows[0]?.length ?? 0;
  while (columns && rows.every((row) => isEmpty(row[columns - 1]))) columns -= 1;
  if (!columns) return null;
  const just = Array.from({ length: columns }, (_, at) => sida(rows.slice(1).map((row) => row[at])));
  const rader = rows.map((row, number) => row.slice(0, columns).map((cell) => block(number ? cell.rad : plain(cell.rad))));
  return { typ: "tabell", just, rader };
}

const block = (rad) => (rad.length ? [{ typ: "stycke", rad }] : []);

// The bold of a heading row is the table's own.
const plain = (rad) => (rad.every((one) => one.fet || !one.text?.trim()) ? joined(rad.map(({ fet, ...rest }) => rest)) : rad);

function joined(rad) {
  return rad.reduce((out, one) => {
    const last = out.at(-1);
    const alike = last?.text !== undefined && one.text !== undefined && last.href === one.href && last.kursiv === one.kursiv;
    return alike ? [...out.slice(0, -1), { ...last, text: last.text + one.text }] : [...out, one];
  }, []);
}

// How most of a column's cells are set.
function sida(cells) {
  const filled = cells.filter((cell) => cell.rad.length);
  const most = ["right", "center"].find((side) => filled.filter((cell) => cell.sida === side).length * 2 > filled.length);
  return most ?? "";
}
