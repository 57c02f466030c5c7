/// The bounds of what pictures make of numbers and times.
enum PictureLimits {
    /// Digits a width modifier can demand.
    static let widthMax = 1_000
    /// The largest number written in Roman numerals: beyond four thousand each thousand is an M.
    static let romanMax = 1e7
    /// UTF-8 bytes of a number in words.
    static let wordsBytesMax = 1 << 16
    /// Steps to match a time with its picture.
    static let parseSteps = 1_000_000
}
