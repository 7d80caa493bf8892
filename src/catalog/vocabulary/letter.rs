//! The words of `letters.toml`.

use super::vocabulary;

vocabulary! {
    /// How a part of a letter looks.
    Form {
        /// A paragraph.
        Paragraph = "paragraph",
        /// The heading of a chapter.
        Heading = "heading",
        /// One of several points, numbered.
        Item = "item",
        /// A label and a value; rows that follow each other are one table.
        Row = "row",
        /// Large, to be read out.
        Aloud = "aloud",
        /// A sentence to be copied by hand.
        Copied = "copied",
        /// Lines to write on.
        Lines = "lines",
        /// The table of what a change changes.
        Changes = "changes",
        /// A table of services to be filled in.
        Services = "services",
    }
}

vocabulary! {
    /// What stands in the blank of a letter.
    Blank {
        /// Who files, by name.
        Subject = "subject",
        /// What kind of certificate they have.
        SubjectCertificate = "subject_certificate",
        /// What its number is called: a credit code, where it is one.
        SubjectNumberName = "subject_number_name",
        /// Its number.
        SubjectNumber = "subject_number",
        /// The province, in full.
        Province = "province",
        /// The mini-program's name.
        MiniProgram = "mini_program",
        /// Its AppID.
        AppId = "app_id",
        /// Its service contents.
        Contents = "contents",
        /// Its remark.
        Remark = "remark",
        /// The person whom the letter is about.
        Person = "person",
        /// What kind of certificate they have.
        PersonCertificate = "person_certificate",
        /// Its number.
        PersonNumber = "person_number",
        /// Whether that is the responsible person or the owner.
        Role = "role",
        /// The responsible person's name.
        ResponsiblePerson = "responsible_person",
        /// The legal person's name.
        LegalPerson = "legal_person",
        /// What the legal person signs as: as the responsible person, too, where that is the same one.
        LegalPersonTitle = "legal_person_title",
        /// The number of their certificate.
        LegalPersonNumber = "legal_person_number",
        /// The owner's name.
        Owner = "owner",
        /// What kind of certificate they have.
        OwnerCertificate = "owner_certificate",
        /// Its number.
        OwnerNumber = "owner_number",
        /// Their mobile number.
        OwnerMobile = "owner_mobile",
        /// The filing number.
        Number = "number",
        /// The trades of which names and scope have words.
        Trades = "trades",
        /// The name on record.
        OldName = "old_name",
        /// What is written by hand, whatever the draft has.
        Hand = "hand",
    }
}
