/// Why the evaluation of a path stops without a result.
enum EvaluationStop: Error {
    /// More nodes were visited than one evaluation may.
    case exhausted
    /// A function cannot be computed.
    case failed(String)

    /// What went wrong, for people.
    var message: String {
        switch self {
        case .exhausted: "The path visits too many nodes"
        case .failed(let message): message
        }
    }
}
