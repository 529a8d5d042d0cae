import { showDonor } from "./verify/donor.ts";
import { DONOR } from "./verify/donor-texts.ts";
import { pageLanguage } from "./verify/language.ts";

/** The script of a donor's page. */
const element = document.querySelector<HTMLElement>("[data-donor-commitment]");
if (element !== null) {
  showDonor(element, DONOR[pageLanguage()]);
}
