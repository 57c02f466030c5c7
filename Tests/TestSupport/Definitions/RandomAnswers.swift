import JSONTree
import ResourceNames

/// What tasks answer: worked out from a seed, what is called, with what and how often, so that whoever asks again is told the same.
package struct RandomAnswers: Sendable {
    /// What becomes of a call.
    package enum Answer: Sendable {
        /// A result.
        case success(JSON)
        /// An error.
        case failure(name: String, cause: String)
        /// Nothing, ever.
        case silence
    }

    /// Where the answers come from.
    let seed: UInt64
    /// Whether some calls are not answered.
    let mayBeSilent: Bool

    /// The errors calls fail with.
    static let errors = ["Flaky", "Busy", "Custom.Error", "States.TaskFailed", "Lambda.TooManyRequestsException"]

    /// The answer of a call.
    ///
    /// - Parameter attempt: From 1.
    package func answer(resource: String, payload: [UInt8], attempt: Int) -> Answer {
        var chance = self.chance(resource: resource, payload: payload, attempt: attempt)
        let number = Int64(chance.next() % 1_000)
        switch chance.next() % 100 {
        case 0..<6 where mayBeSilent: return .silence
        case 6..<30:
            let name = Self.errors[Int(chance.next() % UInt64(Self.errors.count))]
            return .failure(name: name, cause: "attempt \(attempt) came to \(number)")
        case 30..<50: return .success(.integer(number))
        case 50..<60: return .success(.array([.integer(number), .string("é\u{301}😀"), .null]))
        default:
            return .success(["n": .integer(number), "half": .double(Double(number) / 2), "text": .string("t\(number)")])
        }
    }

    /// Whether something that may go either way goes the first way for this call.
    package func isEven(resource: String, payload: [UInt8], attempt: Int) -> Bool {
        var chance = self.chance(resource: resource, payload: payload, attempt: attempt &+ 1_000)
        return chance.next() % 2 == 0
    }

    /// FNV-1a over all that an answer depends on.
    private func chance(resource: String, payload: [UInt8], attempt: Int) -> Chance {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed &+ UInt64(attempt) << 32
        for byte in resource.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for byte in payload { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Chance(seed: hash)
    }
}
