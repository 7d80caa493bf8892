//! Materials: which are needed here, which are there, and what is to be said about those that are not.

use crate::catalog::Circumstance;
use crate::catalog::province::province;
use crate::filing::checklist::{RequiredMaterial, Requirement, capacity};
use crate::filing::{FieldId, Section};
use crate::rules::engine::context::is_blank;
use crate::rules::engine::{
    Arg, Column, Context, Finding, Message, Rejection, Rule, Severity, Spot, Topic, case, message, message_of, source,
};
use crate::scan::facts::Content;
use crate::text::text;

/// Whether a material is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// A file is named, and nothing is known against it.
    There,
    /// No file is named.
    Missing,
    /// The file that is named cannot be used: it is gone, empty or no file.
    Unusable,
    /// A file is there, and the rules found an error in it: the filing would come back with it.
    Faulty,
    /// Several materials go into this field, and there are fewer files than that.
    Few {
        /// Files that are there.
        have: usize,
        /// Materials that go into the field.
        want: usize,
    },
}

/// A material of the filing, and whether it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// The material.
    pub material: RequiredMaterial,
    /// Whether it is there.
    pub state: State,
}

impl Item {
    /// The errors in its files. Which of several files in a field it is, nobody knows: an error in one counts for each.
    pub fn errors<'a>(&self, findings: &'a [Finding]) -> impl Iterator<Item = &'a Finding> + use<'a> {
        let RequiredMaterial { field, row, .. } = self.material;
        let is_file = move |finding: &Finding| match (field, finding.spot) {
            (FieldId::PriorApprovals, Some(Spot { row: at, column: Some(Column::Document) })) => row.is_none_or(|row| row == at),
            (FieldId::PriorApprovals, _) => false,
            _ => true,
        };
        let counts = |finding: &Finding| finding.severity == Severity::Error && finding.counts();
        findings.iter().filter(move |finding| finding.field == field && counts(finding) && is_file(finding))
    }
}

/// The list of materials of a filing, and the files that nobody asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Materials {
    /// What is needed or may be, the surest first.
    pub items: Vec<Item>,
    /// Files of the last step that nothing in the list is for: where they stand, and their paths.
    pub unneeded: Vec<(FieldId, String)>,
}

impl Materials {
    /// What a filing needs for sure, or is likely to come back without.
    pub fn wanted(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.material.requirement != Requirement::Perhaps)
    }

    /// The same list, knowing what the rules found: what has an error is not simply there.
    #[must_use]
    pub fn judged(mut self, findings: &[Finding]) -> Self {
        for item in self.items.iter_mut().filter(|item| item.state == State::There) {
            if item.errors(findings).next().is_some() {
                item.state = State::Faulty;
            }
        }
        self
    }

    /// How many of the wanted ones are there, and how many there are of them.
    #[must_use]
    pub fn count(&self) -> (usize, usize) {
        (self.wanted().filter(|item| item.state == State::There).count(), self.wanted().count())
    }

    /// The materials that go into a field.
    pub fn of_field(&self, id: FieldId) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.material.field == id)
    }
}

/// The materials of the draft, with what is known about its files.
#[must_use]
pub fn materials(context: &Context<'_>) -> Materials {
    let list = context.needed();
    let wanted_in = |field| list.iter().filter(|other| other.field == field && other.requirement != Requirement::Perhaps).count();
    let items = list.iter().map(|material| Item { material: *material, state: state(context, material, wanted_in) });
    let items: Vec<Item> = items.collect();
    let unneeded = Section::Materials
        .fields()
        .filter(|field| capacity(field.id) == 1 && list.iter().all(|material| material.field != field.id))
        .flat_map(|field| context.paths(field.id).into_iter().map(|path| (field.id, path.to_owned())))
        .collect();
    Materials { items, unneeded }
}

fn state(context: &Context<'_>, material: &RequiredMaterial, wanted_in: impl Fn(FieldId) -> usize) -> State {
    let paths: Vec<&str> = match material.row {
        Some(row) => context.approvals().get(row).map(|row| row.document.as_str()).into_iter().collect(),
        None if material.field == FieldId::PriorApprovals => {
            context.approvals().iter().map(|row| row.document.as_str()).collect()
        }
        None => context.paths(material.field),
    };
    let named: Vec<&str> = paths.into_iter().filter(|path| !is_blank(path)).collect();
    let usable = named.iter().filter(|path| context.facts().get(path).is_none_or(|facts| is_file(&facts.content))).count();
    let want = if material.row.is_some() { 1 } else { wanted_in(material.field).max(1) };
    match (usable, named.len()) {
        (_, 0) => State::Missing,
        (0, _) => State::Unusable,
        // Which of several documents a file is, its name does not tell.
        (have, _) if have < want => State::Few { have, want },
        _ => State::There,
    }
}

fn is_file(content: &Content) -> bool {
    !matches!(content, Content::Missing | Content::NotAFile | Content::Unreadable(_) | Content::Empty)
}

/// The province asks for a material that is not there. Providers are the source of all of them, so it is never an error.
pub static NEEDED_MATERIAL_MISSING: Rule = Rule {
    name: "needed-material-missing",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FieldId::MATERIALS,
    source: source::VENDORS_BY_PROVINCE,
    prevents: &[
        Rejection::ResidenceProofMissing,
        Rejection::AuthenticityLettersMissing,
        Rejection::PartyBuildingLetterMissing,
        Rejection::CommitmentLetterMissing,
    ],
    title: text("缺备案地要求的材料", "Material the province asks for is missing"),
    what: text(
        "备案地的通信管理局在平台之外还要求的材料都在。",
        "What the province's bureau asks for beyond the platform is there.",
    ),
    why: text(
        "缺了多半会被通管局退回。这些要求来自云服务商的备案文档，各地可能已经调整；确认不需要时可以不交。",
        "Without it the bureau usually rejects the filing. The requirements come from cloud providers' documents and may have changed; leave it out if you know better.",
    ),
    fix: text("备好这份材料，拍照或扫描后添加。", "Get the material, then add a photo or scan of it."),
    messages: &[
        message(
            "always",
            text("{province}备案要交「{material}」，还没有。", "{province} asks for \"{material}\", which is missing."),
            text("要求：{hand}。", "Requirements: {hand}."),
        ),
        message(
            "not_legal_person",
            text(
                "负责人不是法定代表人时，{province}要交「{material}」，还没有。",
                "Where the legal representative is not in charge, {province} requires \"{material}\", which is missing.",
            ),
            text("要求：{hand}。", "Requirements: {hand}."),
        ),
        message(
            "from_another_province",
            text(
                "外省身份证在{province}备案要交「{material}」，还没有。",
                "With a resident ID card from elsewhere {province} requires \"{material}\", which is missing.",
            ),
            text("要求：{hand}。", "Requirements: {hand}."),
        ),
        message(
            "legal_person_from_another_province",
            text(
                "法定代表人的身份证是外省的，{province}要交「{material}」，还没有。",
                "The legal representative's resident ID card is from elsewhere: {province} requires \"{material}\", which is missing.",
            ),
            text("要求：{hand}。", "Requirements: {hand}."),
        ),
        message(
            "principal_from_another_province",
            text(
                "有负责人的身份证是外省的，{province}要交「{material}」，还没有。",
                "The resident ID card of a person in charge is from elsewhere: {province} requires \"{material}\", which is missing.",
            ),
            text("要求：{hand}。", "Requirements: {hand}."),
        ),
        message(
            "legal_person_from_abroad",
            text(
                "法定代表人不是用居民身份证，{province}要交「{material}」，还没有。",
                "The legal representative has no mainland resident ID card: {province} requires \"{material}\", which is missing.",
            ),
            text("要求：{hand}。", "Requirements: {hand}."),
        ),
        message(
            "law_practice",
            text(
                "律师执业机构在{province}备案要交「{material}」，还没有。",
                "Of law practices {province} asks for \"{material}\", which is missing.",
            ),
            text("要求：{hand}。", "Requirements: {hand}."),
        ),
        message(
            "public_body",
            text(
                "机关和事业单位在{province}备案要交「{material}」，还没有。",
                "Of public bodies {province} asks for \"{material}\", which is missing.",
            ),
            text("要求：{hand}。", "Requirements: {hand}."),
        ),
        message(
            "hospital",
            text(
                "医疗机构在{province}备案要交「{material}」，还没有。",
                "Of medical institutions {province} asks for \"{material}\", which is missing.",
            ),
            text("要求：{hand}。", "Requirements: {hand}."),
        ),
        message(
            "age",
            text(
                "按负责人的年龄，{province}要交「{material}」，还没有。",
                "At the responsible person's age {province} asks for \"{material}\", which is missing.",
            ),
            text("要求：{hand}。", "Requirements: {hand}."),
        ),
        message(
            "renamed",
            text(
                "单位更过名，要交「{material}」，还没有。",
                "The organisation was renamed: \"{material}\" is required, but missing.",
            ),
            text("要求：{hand}。", "Requirements: {hand}."),
        ),
        message(
            "few",
            text(
                "这里要放 {want} 份材料，只有 {have} 个文件。",
                "{want} {want:material is|materials are} required here, but there {have:is|are} {have} {have:file|files}.",
            ),
            text("对照清单，把缺的补上。", "Compare with the list and add what is missing."),
        ),
    ],
    wrong: case(
        "subject.region = '650102'",
        text(
            "新疆每次备案都要党建备案信息确认函。",
            "Xinjiang asks for a confirmation of party-building information every time.",
        ),
    ),
    right: case(
        "subject.region = '650102'\nmaterials.party_building_confirmation_letter = ['scans/letter.jpg']",
        text("确认函已经放进来了。", "The confirmation is there."),
    ),
    check: needed_material_missing,
};

fn needed_material_missing(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let place = province(context.text(FieldId::SubjectRegion)).map(|row| row.short);
    let missing =
        |item: &&Item| item.material.requirement == Requirement::Expected && FieldId::MATERIALS.contains(&item.material.field);
    let list = materials(context);
    let mut counted = Vec::new();
    for Item { material, state } in list.items.iter().filter(missing) {
        let mut finding = NEEDED_MATERIAL_MISSING.finds(material.field);
        if let Some(place) = place {
            finding = finding.with("province", Arg::Name(place));
        }
        findings.push(match *state {
            State::There | State::Unusable | State::Faulty => continue,
            State::Few { .. } if counted.contains(&material.field) => continue,
            State::Few { have, want } => {
                counted.push(material.field);
                finding
                    .with_message(message_of!(NEEDED_MATERIAL_MISSING, "few"))
                    .with("have", number(have))
                    .with("want", number(want))
            }
            State::Missing => {
                let finding = finding.with_message(reason(material.reason())).with("material", Arg::Name(material.name));
                finding.with("hand", Arg::Hand(material.signatory))
            }
        });
    }
}

fn number(count: usize) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// The sentence for a circumstance that is sure.
fn reason(when: Circumstance) -> &'static Message {
    match when {
        Circumstance::ResponsiblePersonIsAnother | Circumstance::OwnerIsNotLegalPerson | Circumstance::OwnerIsAnother => {
            message_of!(NEEDED_MATERIAL_MISSING, "not_legal_person")
        }
        Circumstance::IdFromAnotherProvince => message_of!(NEEDED_MATERIAL_MISSING, "from_another_province"),
        Circumstance::LegalPersonFromAnotherProvince => {
            message_of!(NEEDED_MATERIAL_MISSING, "legal_person_from_another_province")
        }
        Circumstance::PrincipalFromAnotherProvince => message_of!(NEEDED_MATERIAL_MISSING, "principal_from_another_province"),
        Circumstance::LegalPersonFromAbroad => message_of!(NEEDED_MATERIAL_MISSING, "legal_person_from_abroad"),
        Circumstance::LawPractice => message_of!(NEEDED_MATERIAL_MISSING, "law_practice"),
        Circumstance::PublicBody => message_of!(NEEDED_MATERIAL_MISSING, "public_body"),
        Circumstance::Hospital => message_of!(NEEDED_MATERIAL_MISSING, "hospital"),
        Circumstance::Age { .. } => message_of!(NEEDED_MATERIAL_MISSING, "age"),
        Circumstance::Renamed => message_of!(NEEDED_MATERIAL_MISSING, "renamed"),
        _ => message_of!(NEEDED_MATERIAL_MISSING, "always"),
    }
}
