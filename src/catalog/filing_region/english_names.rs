//! Names of places in English that are not how their Chinese name is read.
//!
//! `build.rs` uses this file as well, to mark the regions that have one.

/// Names of regions, in full or short, with those in English; sorted.
pub const NAMES: [(&str, &str); 36] = [
    ("乌兰察布", "Ulanqab"),
    ("乌兰浩特", "Ulanhot"),
    ("乌鲁木齐", "Urumqi"),
    ("二连浩特", "Erenhot"),
    ("伊犁", "Ili"),
    ("克孜勒苏", "Kizilsu"),
    ("克拉玛依", "Karamay"),
    ("兴安盟", "Hinggan"),
    ("博尔塔拉", "Bortala"),
    ("吐鲁番", "Turpan"),
    ("呼伦贝尔", "Hulunbuir"),
    ("呼和浩特", "Hohhot"),
    ("和田", "Hotan"),
    ("哈尔滨", "Harbin"),
    ("喀什", "Kashgar"),
    ("图木舒克", "Tumxuk"),
    ("巴彦淖尔", "Bayannur"),
    ("巴音郭楞", "Bayingolin"),
    ("库尔勒", "Korla"),
    ("拉萨", "Lhasa"),
    ("日喀则", "Xigaze"),
    ("昌都", "Qamdo"),
    ("林芝", "Nyingchi"),
    ("格尔木", "Golmud"),
    ("海拉尔", "Hailar"),
    ("那曲", "Nagqu"),
    ("鄂尔多斯", "Ordos"),
    ("锡林浩特", "Xilinhot"),
    ("锡林郭勒", "Xilingol"),
    ("阿克苏", "Aksu"),
    ("阿勒泰", "Altay"),
    ("阿拉善", "Alxa"),
    ("阿拉尔", "Aral"),
    ("阿里", "Ngari"),
    ("香格里拉", "Shangri-La"),
    ("齐齐哈尔", "Qiqihar"),
];

/// Other names in use, by which a region is found.
pub const ALSO: [(&str, &str); 7] = [
    ("北京", "Peking"),
    ("厦门", "Amoy"),
    ("广州", "Canton"),
    ("日喀则", "Shigatse"),
    ("昌都", "Chamdo"),
    ("西藏", "Xizang"),
    ("青岛", "Tsingtao"),
];

/// Whether English has a name of its own for a place of this name, in full or short.
pub fn has_own_name(name: &str) -> bool {
    NAMES.binary_search_by(|(known, _)| (*known).cmp(name)).is_ok() || ALSO.iter().any(|(known, _)| *known == name)
}
