// What only passports need, in one script: it is fetched when the first one is handed over.
export { verifyPassport } from "../passport/passport.ts";
export { story } from "./story.ts";
