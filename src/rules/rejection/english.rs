//! By which words a known rejection is recognised in a reviewer's English.
//!
//! Of each list of a sign one word has to stand in the sentence, at the beginning of a word.

use crate::rules::Rejection;

type Sign = (Rejection, &'static [&'static [&'static str]]);

const PICTURE: &[&str] = &[
    "photo",
    "picture",
    "image",
    "scan",
    "id card",
    "id front",
    "id back",
    "identity card",
    "licence",
    "license",
    "certificate",
    "passport",
    "back of",
    "front of",
];
const PHONE: &[&str] = &["phone", "mobile", "telephone", "number", "call", "contact", "responsible person", "owner"];
const LICENCE: &[&str] = &["licence", "license"];
const CARD: &[&str] = &[
    "id card",
    "identity card",
    "id document",
    "certificate",
    "passport",
    "id expires",
    "id has expired",
    "id is expired",
    "id will expire",
];
const EXPIRES: &[&str] = &[
    "expire",
    "expiring",
    "validity is too short",
    "validity period is too short",
    "valid for less",
    "less than three months",
    "less than 3 months",
    "about to expire",
];
const DIFFERS: &[&str] = &[
    "not match",
    "n't match",
    "mismatch",
    "differ",
    "inconsistent",
    "not consistent",
    "not the same",
    "not agree",
    "not identical",
    "not correspond",
    "does not fit",
    "do not fit",
];
const LETTER: &[&str] = &[
    "letter of authorisation",
    "letter of authorization",
    "authorisation letter",
    "authorization letter",
    "authorisation",
    "authorization",
    "power of attorney",
];
const FACE: &[&str] = &["face check", "face verification", "face recognition", "facial"];
const MISSING: &[&str] = &[
    "missing",
    "lacking",
    "not provided",
    "not attached",
    "not uploaded",
    "not submitted",
    "provide",
    "attach",
    "upload",
    "required",
    "needed",
    "no ",
];
const APPROVAL: &[&str] = &["prior approval", "pre-approval", "approval", "permit", "qualification"];

const SIGNS: &[Sign] = &[
    (
        Rejection::PictureUnclear,
        &[
            PICTURE,
            &[
                "blur",
                "not clear",
                "unclear",
                "n't clear",
                "out of focus",
                "illegible",
                "not legible",
                "glare",
                "reflect",
                "incomplete",
                "cut off",
                "cropped",
                "cannot be read",
                "corner",
            ],
        ],
    ),
    (
        Rejection::PictureIsCopy,
        &[
            PICTURE,
            &[
                "photocopy",
                "photocopied",
                "screenshot",
                "black and white",
                "black-and-white",
                "not the original",
                "not an original",
                "photo of a screen",
                "is a copy",
            ],
        ],
    ),
    (Rejection::PictureFormat, &[PICTURE, &["format", "too large", "too small", "resolution", "file size"]]),
    (Rejection::Watermark, &[&["watermark"]]),
    (Rejection::LicenceExpiresSoon, &[LICENCE, EXPIRES]),
    (Rejection::CertificateExpiresSoon, &[CARD, EXPIRES]),
    (
        Rejection::SubjectDiffersFromAccount,
        &[&["entity", "company name", "organisation", "organization"], &["account", "mini-program", "mini program"], DIFFERS],
    ),
    (
        Rejection::RegistryCheckFailed,
        &[
            &["registry", "four items", "four elements", "business registration"],
            &["fail", "not match", "differ", "inconsistent", "mismatch"],
        ],
    ),
    (
        Rejection::CertificateAddressFailed,
        &[
            &[
                "certificate address",
                "registered address",
                "address on the licence",
                "address on the license",
                "address on the certificate",
                "address on certificate",
            ],
            &["not match", "mismatch", "differ", "inconsistent", "not accepted", "wrong", "not agree", "fail", "incorrect"],
        ],
    ),
    (
        Rejection::CertificateAddressFailed,
        &[&["address"], &["licence", "license", "certificate", "registration", "id card"], DIFFERS],
    ),
    (
        Rejection::LegalPersonRequired,
        &[&[
            "not the legal representative",
            "must be the legal representative",
            "not the legal person",
            "must be the legal person",
        ]],
    ),
    (Rejection::RegionDiffersFromAddress, &[&["region", "province", "district"], &["address"], DIFFERS]),
    (
        Rejection::NameDiffersFromCertificate,
        &[
            &["name", "id number", "id card number", "id document", "document number", "number of the id"],
            &["id card", "identity card", "id document", "certificate", "passport", "police", "public security"],
            DIFFERS,
        ],
    ),
    (
        Rejection::SharedMobile,
        &[&[
            "same phone",
            "same mobile",
            "same number",
            "one phone number",
            "one mobile number",
            "identical phone",
            "identical mobile",
        ]],
    ),
    (Rejection::EmergencyPhoneIsOwn, &[&["emergency"], &["same", "identical", "own number"]]),
    (
        Rejection::PhoneOfAnotherSubject,
        &[
            &["phone", "mobile", "number"],
            &["used by another", "already used", "another entity", "other entity", "another filing", "other filings"],
        ],
    ),
    (
        Rejection::PhoneSegmentRefused,
        &[&["phone", "mobile", "number"], &["number range", "virtual operator", "not supported", "segment"]],
    ),
    (
        Rejection::PhoneOfAnotherProvince,
        &[
            &["phone", "mobile", "number"],
            &["another province", "other province", "not local", "not from the province", "from this province", "local number"],
        ],
    ),
    (
        Rejection::PhoneNotAnswered,
        &[
            PHONE,
            &[
                "not be reached",
                "n't be reached",
                "not reach",
                "not reachable",
                "unreachable",
                "not answer",
                "n't answer",
                "no answer",
                "nobody answer",
                "no one answer",
                "unanswered",
                "unavailable",
                "switched off",
                "turned off",
                "is off",
                "was off",
                "not in service",
                "out of service",
                "not pick up",
                "not get through",
                "not be connected",
                "not connect",
            ],
        ],
    ),
    (
        Rejection::NameUnrelatedToScope,
        &[&["name"], &["unrelated", "not related", "nothing to do", "no relation", "not relevant", "irrelevant"]],
    ),
    (
        Rejection::NameOfTheState,
        &[&["name"], &["sensitive word", "sensitive words", "national-level", "name of the state", "state body", "country name"]],
    ),
    (
        Rejection::IndividualNamedLikeCompany,
        &[
            &["individual", "personal"],
            &["name"],
            &["company", "industry", "enterprise", "organisation", "organization", "business"],
        ],
    ),
    (
        Rejection::NameTaken,
        &[
            &["name"],
            &[
                "taken",
                "already in use",
                "already exist",
                "existing",
                "duplicate",
                "already been used",
                "is in use",
                "already filed",
            ],
        ],
    ),
    (
        Rejection::RemarkTooVague,
        &[
            &["remark"],
            &[
                "vague",
                "simple",
                "not detailed",
                "too short",
                "short",
                "unclear",
                "not clear",
                "brief",
                "general",
                "not specific",
                "more detail",
                "in detail",
                "insufficient",
                "detailed enough",
                "more specific",
            ],
        ],
    ),
    (
        Rejection::RemarkLacksProvinceStatement,
        &[
            &["remark"],
            &[
                "statement",
                "required by the bureau",
                "bureau requires",
                "required wording",
                "must state",
                "must include",
                "commit",
                "promise",
            ],
        ],
    ),
    (Rejection::PriorApprovalMissing, &[APPROVAL, MISSING]),
    (Rejection::PriorApprovalExpired, &[APPROVAL, &["expire", "not clear", "illegible", "blur", "unclear"]]),
    (
        Rejection::ServiceContentUnfit,
        &[
            &["service content", "category", "categories", "service type", "service categor", "contents of the service"],
            &[
                "not match",
                "mismatch",
                "not fit",
                "n't fit",
                "inconsistent",
                "not consistent",
                "wrong",
                "not correspond",
                "not suit",
                "beyond",
                "outside",
                "incorrect",
            ],
        ],
    ),
    (
        Rejection::AnotherFilingRuns,
        &[
            &["another filing", "other filing", "another order", "other order"],
            &["progress", "running", "in review", "under review", "conflict"],
        ],
    ),
    (Rejection::AuthorizationLetterFaulty, &[LETTER]),
    (Rejection::AuthorizationLetterDate, &[LETTER, &["date", "dated", "three months", "3 months", "expire"]]),
    (
        Rejection::LegalPersonMissing,
        &[&["legal representative", "legal person"], &["missing", "not filled", "incomplete", "not entered", "lacking"]],
    ),
    (
        Rejection::OwnerIsNotAdministrator,
        &[&["administrator"], &["differ", "not the same", "inconsistent", "not match", "is not", "not consistent"]],
    ),
    (Rejection::FaceCheckFailed, &[FACE, &["fail", "not pass", "unsuccessful", "n't pass"]]),
    (Rejection::FaceCheckExpired, &[FACE, &["expire", "timed out", "time out", "too old"]]),
    (Rejection::ResidenceProofMissing, &[&["residence permit", "proof of residence", "temporary residence"]]),
    (Rejection::CommitmentLetterMissing, &[&["commitment letter", "letter of commitment"]]),
    (
        Rejection::AddressImprecise,
        &[
            &["address"],
            &[
                "not detailed",
                "more detail",
                "detailed enough",
                "incomplete",
                "imprecise",
                "not precise",
                "house number",
                "room number",
                "not specific",
                "lacks",
                "too short",
                "not complete",
                "insufficient",
                "vague",
                "too general",
                "not exact",
            ],
        ],
    ),
    (
        Rejection::AddressesInDifferentCities,
        &[&["address"], &["different city", "different cities", "another city", "other city"]],
    ),
    (
        Rejection::CertificateOutdated,
        &[
            &["licence", "license", "certificate"],
            &["not the latest", "outdated", "latest version", "newest", "old version", "out of date", "been updated"],
        ],
    ),
    (
        Rejection::RegistryNotNormal,
        &[
            &["company", "entity", "enterprise", "licence", "license", "business"],
            &["abnormal", "revoked", "deregistered", "cancelled"],
        ],
    ),
    (
        Rejection::SmsTimeout,
        &[
            &["sms", "verification code", "text message"],
            &["timed out", "timeout", "time out", "not entered", "not completed", "24 hours", "expire", "not verified"],
        ],
    ),
    (Rejection::UnderAge, &[&["under age", "underage", "under 18", "too young", "a minor"]]),
];

/// Whether a word stands in a text in small letters, at the beginning of a word of it.
pub(super) fn has(lower: &str, word: &str) -> bool {
    let mut places = lower.match_indices(word);
    places.any(|(at, _)| !lower.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphanumeric())))
}

/// The known rejection of which most words stand in an English sentence.
pub(super) fn recognise(text: &str) -> Option<Rejection> {
    let lower = text.to_ascii_lowercase();
    let longest = |words: &[&str]| words.iter().filter(|word| has(&lower, word)).map(|word| word.len()).max();
    let mut best: Option<(usize, Rejection)> = None;
    for (rejection, lists) in SIGNS {
        let score = lists.iter().map(|words| longest(words)).sum::<Option<usize>>();
        // What speaks of more things says more than a longer word.
        let score = score.map(|score| score + 8 * lists.len());
        if score > best.map(|(score, _)| score) {
            best = score.map(|score| (score, *rejection));
        }
    }
    best.map(|(_, rejection)| rejection)
}

/// Whether a text is to be read as English: it has no ideograph.
pub(super) fn is_english(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_alphabetic()) && !text.contains(|c: char| c.is_alphabetic() && !c.is_ascii())
}
