import type { Language } from "./words.ts";

/** What each code means for the reader: English, Russian (docs/reference/receipts, passports). */
const CODES: Readonly<Record<string, readonly [string, string]>> = {
  ENTRY_TOO_LARGE: ["the entry is longer than any", "запись длиннее любой возможной"],
  PROOF_TOO_LARGE: ["the proof is longer than any", "доказательство длиннее любого возможного"],
  PROOF_MALFORMED: [
    "the file is not a proof in its one form",
    "файл не является доказательством в его единственном виде",
  ],
  PROOF_EXTRA: [
    "the proof has a line that no signature covers",
    "в доказательстве есть строка, которую не покрывает подпись",
  ],
  NOTE_TOO_LARGE: ["the signed checkpoint is too long", "подписанное состояние слишком длинное"],
  NOTE_MALFORMED: [
    "the checkpoint is not a signed note in its one form",
    "состояние не записано в его единственном виде",
  ],
  CHECKPOINT_MALFORMED: [
    "the signed text is not the three lines of a checkpoint",
    "подписаны не три строки состояния журнала",
  ],
  KEY_MALFORMED: ["a line is no verifier key", "строка не является ключом проверки"],
  KEY_UNSUPPORTED: [
    "a key is of a kind that is not checked here",
    "ключи этого вида здесь не проверяются",
  ],
  KEY_UNSAFE: ["no honest signer has such a key", "такого ключа нет ни у кого честного"],
  POLICY_MALFORMED: ["the policy does not keep to its grammar", "политика записана неправильно"],
  ORIGIN_UNKNOWN: ["no key is known for this log", "ключ этого журнала неизвестен"],
  SIGNATURE_REPEATED: ["a key has signed twice", "один ключ подписал дважды"],
  SIGNATURE_INVALID: ["a signature of a known key is wrong", "подпись известного ключа неверна"],
  SIGNATURE_MISSING: [
    "the log has not signed with a known key; if it has changed its key, the new one is missing here",
    "журнал не подписал известным ключом; если он сменил ключ, здесь нет нового",
  ],
  SIGNATURE_UNKNOWN: [
    "a signature names a key that is not known here",
    "подпись называет неизвестный здесь ключ",
  ],
  QUORUM_NOT_MET: [
    "fewer witnesses have cosigned than you ask for",
    "заверило меньше свидетелей, чем вы требуете",
  ],
  INDEX_OUT_OF_RANGE: [
    "the log has no entry of this number",
    "записи с таким номером в журнале нет",
  ],
  PROOF_TOO_LONG: ["the proof is too long", "доказательство слишком длинное"],
  PROOF_TOO_SHORT: ["the proof is too short", "доказательство слишком короткое"],
  ROOT_DIFFERS: [
    "the entry is not what the log has signed",
    "запись не та, под которой стоит подпись журнала",
  ],
  PASSPORT_TOO_LARGE: ["the file is larger than any passport", "файл больше любого паспорта"],
  PASSPORT_MALFORMED: [
    "the file is not a passport in its one form",
    "файл не является паспортом в его единственном виде",
  ],
  LEAF_MALFORMED: [
    "an entry is not written in its one form",
    "запись записана не в её единственном виде",
  ],
  TEXT_DIFFERS: [
    "a text is not the one that the entries name",
    "текст не тот, который называют записи",
  ],
  TRAIL_DIFFERS: ["the story does not fit the entries", "рассказ не соответствует записям"],
  APPROVAL_INVALID: [
    "an approval is not signed by its device, or is over another release",
    "одобрение не подписано своим устройством или относится к другому разрешению",
  ],
};

/** A code in words; a code that is not known here stands for itself. */
export function meaning(code: string, language: Language): string {
  return CODES[code]?.[language === "en" ? 0 : 1] ?? code;
}
