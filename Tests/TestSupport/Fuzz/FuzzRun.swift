import Glibc

/// Many runs of one body on input made by chance: a fixed number from seed 1 in a test run, the one of `NEWEL_SEED`, or as many as fit into
/// `NEWEL_FUZZ_SECONDS` (3,600) with `NEWEL_SOAK=1`.
package struct FuzzRun {
    private let name: String
    private let count: UInt64

    /// - Parameter count: Executions in a test run.
    package init(_ name: String, count: UInt64) {
        self.name = name
        self.count = count
    }

    /// Runs the body with a seed's chance each time. The seed under way stands in `newel-fuzz-NAME.seed` in the temporary folder: a crash leaves it there.
    package func each(_ body: (_ chance: inout FuzzChance, _ seed: UInt64) throws -> Void) rethrows {
        let place = Self.variable("TMPDIR") ?? "/tmp"
        let mark = open("\(place)/newel-fuzz-\(name).seed", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        defer { close(mark) }
        let first: UInt64
        let isSoak = Self.variable("NEWEL_SOAK") == "1"
        if let seed = Self.variable("NEWEL_SEED").flatMap({ UInt64($0) }) {
            first = seed
        } else {
            first = isSoak ? UInt64.random(in: 1...1 << 40) : 1
        }
        let seconds = Self.variable("NEWEL_FUZZ_SECONDS").flatMap { Int($0) } ?? 3_600
        let end = ContinuousClock.now + .seconds(seconds)
        var seed = first
        repeat {
            var text = Array("\(seed)                    ".utf8)
            pwrite(mark, &text, text.count, 0)
            var chance = FuzzChance(seed: seed)
            try body(&chance, seed)
            seed += 1
        } while Self.variable("NEWEL_SEED") == nil && (isSoak ? ContinuousClock.now < end : seed - first < count)
        print("fuzz \(name): \(seed - first) executions from seed \(first)")
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
