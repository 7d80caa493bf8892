//! What a platform takes: limits of bytes and pixels, by class of file.

/// What the platform takes, by class of material (`filing-rules.md` section 4.1, `wechat-api.md` section 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes above which a file is refused.
    pub most: u64,
    /// Bytes above which it may be: what 2 MB are is not said, so the smaller reading warns.
    pub wary: u64,
    /// Bytes below which a photo is hardly legible.
    pub least: u64,
    /// Shorter and longer side in pixels below which a picture is refused.
    pub sides: (u32, u32),
    /// The sides that another platform of the same system asks for.
    pub advised: (u32, u32),
}

/// Bytes that a picture has at most: one above is refused, whatever else is right or wrong with it.
const MOST_PICTURE_BYTES: u64 = 2 * 1024 * 1024;

impl Limits {
    /// Any picture.
    pub const PICTURE: Self = Self { most: MOST_PICTURE_BYTES, wary: 2_000_000, least: 0, sides: (720, 1280), advised: (0, 0) };
    /// A photo or scan of a certificate.
    pub const CERTIFICATE: Self = Self { least: 100 * 1_000, ..Self::PICTURE };
    /// A photo or scan of a licence.
    pub const LICENCE: Self = Self { advised: (1100, 1500), ..Self::CERTIFICATE };
    /// A video.
    pub const VIDEO: Self = Self { most: u64::MAX, wary: 10 * 1024 * 1024, least: 0, sides: (0, 0), advised: (0, 0) };
}
