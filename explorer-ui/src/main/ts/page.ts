import { openServer } from "./verify/server.ts";
import { openStore } from "./verify/store.ts";
import { showDonor } from "./verify/donor.ts";
import { Verifier } from "./verify/verifier.ts";
import { Words } from "./verify/words.ts";

/** The script of the server's pages: the verifier on /verify, the opening on a donor's page. */
async function start(): Promise<void> {
  const words = new Words(document.documentElement.lang === "ru" ? "ru" : "en");
  const donor = document.querySelector<HTMLElement>("[data-donor-commitment]");
  if (donor !== null) {
    showDonor(donor, words);
  }
  const root = document.getElementById("verifier");
  if (root !== null) {
    const server = await openServer();
    const verifier = new Verifier({
      root,
      words,
      store: openStore(),
      offered: undefined,
      server,
      hasSource: false,
    });
    await verifier.takeCode(location.hash.slice(1));
  }
}

void start();
