/// Limits and choices for reading JSON.
package struct JSONReadingOptions: Sendable {
    /// What to do with a key that occurs twice in one object.
    package enum DuplicateKeys: Sendable {
        /// The text is refused.
        case refused
        /// The last value stands in the place of the first.
        case lastWins
    }

    /// How deep arrays and objects may be nested; a scalar has depth 0. Each level takes stack: some hundred bytes in a
    /// release build, less than 3 KB in a debug build, so 2,000 is safe with the usual 8 MB.
    package var maxDepth: Int
    /// How many bytes the text may have.
    package var maxBytes: Int
    /// What to do with a key that occurs twice.
    package var duplicateKeys: DuplicateKeys

    /// Options; without arguments 1,000 levels, any size, the last of equal keys.
    package init(maxDepth: Int = 1_000, maxBytes: Int = .max, duplicateKeys: DuplicateKeys = .lastWins) {
        self.maxDepth = maxDepth
        self.maxBytes = maxBytes
        self.duplicateKeys = duplicateKeys
    }
}
