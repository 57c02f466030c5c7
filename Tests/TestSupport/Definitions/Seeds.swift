import Glibc

/// The seeds of tests that go by chance: the same ones each time, one alone with `NEWEL_SEED`, others and many more with `NEWEL_SOAK=1`.
package enum Seeds {
    /// So many seeds, in parts that may be looked at side by side.
    package static func parts(of count: Int, in parts: Int = 8) -> [ClosedRange<UInt64>] {
        if let seed = variable("NEWEL_SEED").flatMap({ UInt64($0) }) { return [seed...seed] }
        let isSoak = variable("NEWEL_SOAK") == "1"
        let first = isSoak ? UInt64.random(in: 1...1 << 40) : 1
        let size = UInt64(max(1, count / parts) * (isSoak ? 20 : 1))
        return (0..<UInt64(parts)).map { first + $0 * size...first + ($0 + 1) * size - 1 }
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
