import JSONTree

/// Constants with something to get wrong in them.
enum RandomJSONValue {
    /// Some of them.
    static let some: [JSON] = [
        nil, true, 0, -1, 1.5, .decimal("12345678901234567890"), .decimal("1e-7"), "", "plain", "\"\\\n\u{1}", "漢字 😀",
        "e\u{301}", [], [1, [2, [3]]], [:], ["b": 1, "a": ["z": nil]], 9_007_199_254_740_993,
    ]
}
