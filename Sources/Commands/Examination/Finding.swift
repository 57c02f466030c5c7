/// What an examination says about one thing.
struct Finding: Sendable, Equatable {
    /// How it stands.
    enum State: Sendable {
        /// It is there.
        case present
        /// It is not there, and Newel does without.
        case optional
        /// It is not there, and Newel needs it.
        case missing
    }

    /// How it stands.
    let state: State
    /// The thing: `newel-worker`, `port 4566`.
    let subject: String
    /// What was found: a path, a version, what is in the way.
    let detail: String
    /// How to get it; empty when nothing is to be done.
    let remedy: String

    /// Describes a thing that is there.
    static func present(_ subject: String, _ detail: String) -> Finding {
        Finding(state: .present, subject: subject, detail: detail, remedy: "")
    }

    /// Describes a thing that is not there and need not be.
    static func optional(_ subject: String, _ detail: String, remedy: String = "") -> Finding {
        Finding(state: .optional, subject: subject, detail: detail, remedy: remedy)
    }

    /// Describes a thing that is not there and must be.
    static func missing(_ subject: String, _ detail: String, remedy: String) -> Finding {
        Finding(state: .missing, subject: subject, detail: detail, remedy: remedy)
    }
}
