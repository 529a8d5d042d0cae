import { recount, tenThousandths } from "./recount/sum.ts";

/** The script of the recount page: fetches the rows behind a figure and adds them up. */
function start(): void {
  const place = document.getElementById("recount");
  const button = place?.querySelector("button");
  const said = place?.querySelector<HTMLElement>("[role=status]");
  if (place && button && said) {
    button.hidden = false;
    button.addEventListener("click", () => {
      button.disabled = true;
      void count(place, said).finally(() => {
        button.disabled = false;
      });
    });
  }
}

async function count(place: HTMLElement, said: HTMLElement): Promise<void> {
  const { csv = "", expected = "" } = place.dataset;
  said.className = "notice";
  say(said, place.dataset["working"]);
  try {
    const answer = await fetch(csv, { cache: "no-store" });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const { rows, sum } = recount(await answer.text());
    const equal = sum === tenThousandths(expected);
    said.className = equal ? "notice holds" : "notice alarm";
    const text = equal ? place.dataset["equal"] : place.dataset["different"];
    say(said, text, String(rows), decimal(sum));
  } catch {
    said.className = "notice attention";
    say(said, place.dataset["failed"]);
  }
}

/** As the ledger writes amounts: a point, no trailing zeros. */
function decimal(sum: bigint): string {
  const digits = String(sum < 0n ? -sum : sum).padStart(5, "0");
  const fraction = digits.slice(-4).replace(/0+$/, "");
  const units = digits.slice(0, -4);
  return `${sum < 0n ? "−" : ""}${units}${fraction === "" ? "" : "." + fraction}`;
}

function say(said: HTMLElement, text = "", ...values: string[]): void {
  said.textContent = text.replace(/\{(\d)\}/g, (_, n) => values[Number(n)] ?? "");
}

start();
