//! Breaking a text into rows by the rules of Chinese typesetting.
//!
//! First fit. No closing mark begins a row, no opening mark ends one, `——` and `……` stay together, words and numbers in
//! Latin letters stay whole unless they are longer than a row (W3C *Requirements for Chinese Text Layout*, section 3.1.6).

use unicode_segmentation::UnicodeSegmentation;

use super::grapheme::{grapheme_cells, grapheme_indices, graphemes};
use super::width::cells;

/// Whether it is a mark that must not begin a row.
const fn is_closing(c: char) -> bool {
    match c {
        '。' | '，' | '、' | '；' | '：' | '！' | '？' | '）' | '》' | '」' | '』' | '】' | '〕' | '〉' | '〗' | '］' | '｝' => {
            true
        }
        '”' | '’' | '…' | '—' | '·' | '～' | '％' | '‰' | '℃' => true,
        _ => matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '%'),
    }
}

/// Whether it is a mark that must not end a row.
const fn is_opening(c: char) -> bool {
    match c {
        '（' | '《' | '「' | '『' | '【' | '〔' | '〈' | '〖' | '［' | '｛' | '“' | '‘' | '￥' => true,
        _ => matches!(c, '(' | '[' | '{' | '$' | '¥'),
    }
}

/// Behind these a path may be broken.
const SEPARATORS: [char; 2] = ['/', '\\'];
/// Behind these the name of a file that is longer than a row may be broken.
const HYPHENS: [char; 2] = ['-', '_'];
/// Marks that are doubled in Chinese and may begin a row, but not in the middle of the pair.
const DOUBLED: [&str; 2] = ["…", "—"];

/// Rows of at most `width` cells; at least one row. Line breaks in the text are kept.
///
/// No character is lost except the blanks at a row's border. A glyph wider than the row stands alone on its row.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    text.split('\n').flat_map(|line| wrap_line(line.trim_end_matches('\r'), width)).collect()
}

/// Whether a break is lost at this grapheme without anybody missing it.
fn is_blank(grapheme: &str) -> bool {
    grapheme != "\u{a0}" && grapheme.chars().all(char::is_whitespace)
}

fn is_no_start(grapheme: &str) -> bool {
    only(grapheme).is_some_and(is_closing)
}

fn is_no_end(grapheme: &str) -> bool {
    only(grapheme).is_some_and(is_opening)
}

/// The character of a grapheme that has but one.
fn only(grapheme: &str) -> Option<char> {
    let mut chars = grapheme.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// Whether a grapheme is part of a word of narrow letters, digits and ASCII marks.
fn is_word(grapheme: &str) -> bool {
    grapheme_cells(grapheme) <= 1 && grapheme.chars().next().is_some_and(|c| c.is_ascii_graphic() || c.is_alphanumeric())
}

/// Whether a row may end between two graphemes that are not blank.
fn may_break(before: &str, after: &str) -> bool {
    if is_no_end(before) && !is_word(before) {
        return false;
    }
    if DOUBLED.contains(&after) {
        return before != after;
    }
    match (is_word(before), is_word(after)) {
        (true, true) => false,
        // An apostrophe or middle dot inside a word of letters.
        (true, false) | (false, true) if is_inner_mark(before) || is_inner_mark(after) => false,
        _ => !is_no_start(after) && !is_no_end(before),
    }
}

fn is_inner_mark(grapheme: &str) -> bool {
    matches!(grapheme, "’" | "\u{a0}")
}

/// The bytes of the path that a text begins with; 0 where it begins with none. It ends with a blank, or where a sentence goes on.
fn path_at(text: &str) -> usize {
    let drive = text.strip_prefix(|c: char| c.is_ascii_alphabetic()).is_some_and(|rest| rest.starts_with(":\\"));
    if !drive && !["/", "~/", "\\\\"].iter().any(|start| text.starts_with(start)) {
        return 0;
    }
    text.find(|c: char| c.is_whitespace() || "，。；、：」』）\"".contains(c)).unwrap_or(text.len())
}

/// The provinces as numbers that are given there begin with them; 川 and 蜀, 甘 and 陇 are both in use.
const PROVINCES: &str = "京津沪渝冀豫云滇辽黑湘皖鲁新苏浙赣鄂桂甘陇晋蒙陕吉闽贵黔粤青藏川蜀宁琼";

/// The bytes of what a text begins with and nobody reads in two rows, although Chinese characters are a part of it: a number that begins
/// with its province (沪ICP备2026000001号-1X, 粤B2-20260001), a day (2026年11月30日), a phone number behind its country; 0 where it is none.
fn whole_at(text: &str) -> usize {
    numbered(text).or_else(|| dated(text)).or_else(|| dialled(text)).map_or(0, |rest| text.len() - rest.len())
}

/// What follows a number of a province.
fn numbered(text: &str) -> Option<&str> {
    let is_digit = |c: char| c.is_ascii_digit();
    let after_word = |text: &str| {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
        text.len() - rest.len()
    };
    let number =
        text.strip_prefix(|c| PROVINCES.contains(c)).filter(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))?;
    let mut end = after_word(number);
    // 备 and 证 are parts of it in front of digits, 号 behind them.
    for mark in ['备', '证', '号'] {
        let (before, rest) = number.split_at_checked(end)?;
        let Some(behind) = rest.strip_prefix(mark) else { continue };
        if if mark == '号' { before.ends_with(is_digit) } else { behind.starts_with(is_digit) } {
            end += mark.len_utf8() + after_word(behind);
        }
    }
    number.get(end..)
}

/// What follows a day in Chinese.
fn dated(text: &str) -> Option<&str> {
    ['年', '月', '日'].into_iter().try_fold(text, |text, unit| {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        (rest.len() < text.len()).then(|| rest.strip_prefix(unit)).flatten()
    })
}

/// What follows a phone number with its country.
fn dialled(text: &str) -> Option<&str> {
    let number = text.strip_prefix("+86 ")?;
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
    (rest.len() < number.len()).then_some(rest)
}

/// Cuts a line into pieces between which a row may end; blanks are pieces of their own, and so is a path, whatever its names are made of.
fn pieces(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    // Where a path, a number or the like ends that began before.
    let mut whole_end = 0;
    let mut before: Option<&str> = None;
    for (at, grapheme) in grapheme_indices(line) {
        let breaks = before.is_some_and(|before| match (is_blank(before), is_blank(grapheme)) {
            _ if at < whole_end => false,
            (true, true) => false,
            (false, false) => may_break(before, grapheme),
            _ => true,
        });
        if breaks {
            pieces.extend(line.get(start..at));
            start = at;
        }
        // Between two words a stroke is no path.
        let follows_word = before.is_some_and(|before| before.chars().all(char::is_alphanumeric));
        if (breaks && !follows_word) || before.is_none() {
            whole_end = whole_end.max(at + line.get(at..).map_or(0, path_at));
        }
        let goes_on = before.is_some_and(|before| before.chars().all(|c| c.is_ascii_alphanumeric()));
        if at >= whole_end && !goes_on {
            whole_end = at + line.get(at..).map_or(0, whole_at);
        }
        before = Some(grapheme);
    }
    pieces.extend(line.get(start..).filter(|rest| !rest.is_empty()));
    pieces
}

/// Fills the rows of one line of the text.
fn wrap_line(line: &str, width: usize) -> Vec<String> {
    if cells(line) <= width {
        return vec![line.trim_end().to_owned()];
    }
    let mut rows = Rows { done: Vec::new(), row: String::new(), used: 0, width };
    for piece in pieces(line) {
        let piece_cells = cells(piece);
        if rows.used + piece_cells <= width {
            // Blanks that a break has swallowed must not come back at the start of the next row.
            if !(is_blank(piece) && rows.row.is_empty() && !rows.done.is_empty()) {
                rows.push(piece, piece_cells);
            }
        } else if is_blank(piece) {
            rows.end_row();
        } else {
            rows.push_whole(piece, piece_cells);
        }
    }
    rows.finish()
}

/// The rows under construction.
struct Rows {
    done: Vec<String>,
    row: String,
    used: usize,
    width: usize,
}

impl Rows {
    fn push(&mut self, piece: &str, piece_cells: usize) {
        self.row.push_str(piece);
        self.used += piece_cells;
    }

    /// Ends the row unless it holds nothing but blanks.
    fn end_row(&mut self) {
        let row = self.row.trim_end();
        if !row.is_empty() {
            self.done.push(row.to_owned());
        }
        self.row.clear();
        self.used = 0;
    }

    /// Begins a row with a piece. One that is longer than a row is broken; a path behind its separators, as far as that will do.
    fn push_whole(&mut self, piece: &str, piece_cells: usize) {
        if piece_cells <= self.width {
            self.end_row();
            return self.push(piece, piece_cells);
        }
        if !piece.contains(SEPARATORS) {
            self.end_row();
            return self.push_name(piece);
        }
        for part in piece.split_inclusive(SEPARATORS) {
            let part_cells = cells(part);
            if self.used + part_cells <= self.width {
                self.push(part, part_cells);
            } else {
                self.end_row();
                if part_cells <= self.width { self.push(part, part_cells) } else { self.push_name(part) }
            }
        }
    }

    /// Adds what is longer than a row and no path: behind its hyphens, if that is enough.
    fn push_name(&mut self, name: &str) {
        if name.split_inclusive(HYPHENS).any(|part| cells(part) > self.width) {
            return self.push_by_graphemes(name);
        }
        for part in name.split_inclusive(HYPHENS) {
            let part_cells = cells(part);
            if self.used + part_cells > self.width {
                self.end_row();
            }
            self.push(part, part_cells);
        }
    }

    /// Adds a piece that is longer than a row.
    fn push_by_graphemes(&mut self, piece: &str) {
        for grapheme in graphemes(piece) {
            let grapheme_cells = grapheme_cells(grapheme);
            if self.used + grapheme_cells > self.width {
                let carried = self.carried_before(grapheme, grapheme_cells);
                self.end_row();
                self.push(&carried, cells(&carried));
            }
            self.push(grapheme, grapheme_cells);
        }
    }

    /// Takes the row's last grapheme over to the next row when the break would strand a mark.
    fn carried_before(&mut self, next: &str, next_cells: usize) -> String {
        let Some((at, last)) = self.row.grapheme_indices(true).next_back() else {
            return String::new();
        };
        let strands = is_no_start(next) || is_no_end(last);
        if !strands || at == 0 || grapheme_cells(last) + next_cells > self.width {
            return String::new();
        }
        self.row.split_off(at)
    }

    fn finish(mut self) -> Vec<String> {
        self.end_row();
        if self.done.is_empty() {
            self.done.push(String::new());
        }
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn breaks_like_a_typesetter() {
        let table: &[(&str, usize, &[&str])] = &[
            ("", 10, &[""]),
            ("备案", 4, &["备案"]),
            ("备案主体", 4, &["备案", "主体"]),
            ("备案主体", 5, &["备案", "主体"]),
            ("先换证，再填写。", 6, &["先换", "证，再", "填写。"]),
            ("请填写（必填）内容", 8, &["请填写", "（必填）", "内容"]),
            ("如《小食记》", 4, &["如", "《小", "食", "记》"]),
            ("见 https 页", 6, &["见", "https", "页"]),
            ("responsible-id-front.jpg", 21, &["responsible-id-", "front.jpg"]),
            ("scans/responsible-id-back.jpg", 26, &["scans/", "responsible-id-back.jpg"]),
            ("scans/one_of_two.jpg", 8, &["scans/", "one_of_", "two.jpg"]),
            ("手机 13012344321 号", 12, &["手机", "13012344321", "号"]),
            ("abcdefgh", 3, &["abc", "def", "gh"]),
            ("一\n\n二", 4, &["一", "", "二"]),
            ("一\r\n二", 4, &["一", "二"]),
            ("  缩进", 8, &["  缩进"]),
            ("one  two", 4, &["one", "two"]),
            ("他说他——好", 7, &["他说他", "——好"]),
            ("完成 61%，继续", 8, &["完成", "61%，继", "续"]),
            ("don’t stop", 5, &["don’t", "stop"]),
            ("甲,乙", 3, &["甲,", "乙"]),
            ("𠮷𠮷", 2, &["𠮷", "𠮷"]),
            ("张三", 1, &["张", "三"]),
            ("张三", 0, &["张", "三"]),
            ("   ", 2, &[""]),
            ("/home/li/drafts/a.toml", 12, &["/home/li/", "drafts/", "a.toml"]),
            ("in /home/li/drafts/a.toml", 12, &["in /home/li/", "drafts/", "a.toml"]),
            ("C:\\Users\\li\\draft.toml", 10, &["C:\\Users\\", "li\\", "draft.toml"]),
            // Names of both scripts hold together; only behind a separator may a path end a row.
            ("/home/li/小食记-2026-11-30.zip", 22, &["/home/li/", "小食记-2026-11-30.zip"]),
            ("已写入：/li/小食记-11-30.zip，可以提交", 20, &["已写入：/li/", "小食记-11-30.zip，可", "以提交"]),
            ("C:\\备案\\小食记-1.zip", 12, &["C:\\备案\\", "小食记-1.zip"]),
            ("主体/小程序都填好", 8, &["主体/小", "程序都填", "好"]),
            // What is copied or compared stays whole, if it fits a row.
            ("备案号是沪ICP备2026000001号-1X。", 24, &["备案号是", "沪ICP备2026000001号-1X。"]),
            ("「蜀ICP备2026000001号-1X」是另一个的", 30, &["「蜀ICP备2026000001号-1X」是另", "一个的"]),
            ("见蜀ICP备2026000001号。", 20, &["见", "蜀ICP备2026000001", "号。"]),
            ("见蜀ICP备2026000001号。", 21, &["见", "蜀ICP备2026000001号。"]),
            ("沪ICP备2026000001号-1X", 20, &["沪ICP备2026000001号-", "1X"]),
            ("证号粤B2-20260001号", 15, &["证号", "粤B2-20260001号"]),
            ("number 沪ICP备2026000001号-1X of", 24, &["number", "沪ICP备2026000001号-1X", "of"]),
            ("在2026年11月30日前", 15, &["在", "2026年11月30日", "前"]),
            ("在 2026-11-30 前", 12, &["在", "2026-11-30", "前"]),
            ("手机 +86 13012340003", 16, &["手机", "+86 13012340003"]),
            ("邮箱li.si@example.com", 20, &["邮箱", "li.si@example.com"]),
            ("填wx0000000000000001。", 20, &["填", "wx0000000000000001。"]),
            // Other words may be parted as ever.
            ("在京ICP备案的", 9, &["在京ICP备", "案的"]),
            ("新年快乐", 6, &["新年快", "乐"]),
            ("/an/overlong-name.toml", 8, &["/an/", "overlong", "-name.to", "ml"]),
        ];
        for (text, width, rows) in table {
            assert_eq!(wrap(text, *width), *rows, "{text:?} in {width}");
        }
    }

    fn without_blanks(text: &str) -> String {
        text.chars().filter(|c| !c.is_whitespace()).collect()
    }

    proptest! {
        #[test]
        fn loses_nothing(text in any::<String>(), width in 0usize..20) {
            let rows = wrap(&text, width);
            prop_assert_eq!(without_blanks(&rows.concat()), without_blanks(&text));
        }

        #[test]
        fn rows_fit_and_hang_no_blank(text in "[a-z0-9张三备案，。（）“” \u{3000}\n𠮷·—…]{0,60}", width in 2usize..30) {
            for row in wrap(&text, width) {
                prop_assert!(cells(&row) <= width, "{:?}", row);
                prop_assert_eq!(row.trim_end(), row.as_str());
            }
        }

        #[test]
        fn marks_stay_with_their_words(words in prop::collection::vec("[张三备案主体]{1,6}[，。；！]|（[张三]{1,3}）|“[备案]{1,2}”", 1..12), width in 12usize..40) {
            for row in wrap(&words.concat(), width) {
                let first = row.graphemes(true).next().unwrap_or_default();
                let last = row.graphemes(true).next_back().unwrap_or_default();
                prop_assert!(!is_no_start(first) && !is_no_end(last), "{:?}", row);
            }
        }
    }
}
