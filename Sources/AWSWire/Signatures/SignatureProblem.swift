/// Why a request's signature does not let it in.
package enum SignatureProblem: Error, Sendable, Equatable {
    /// There is none.
    case missing
    /// It is by a key that is not known, or switched off.
    case unknownKey
    /// Parts are missing.
    case incomplete(String)
    /// It is not the signature of this request.
    case mismatch(String)
    /// It was made too long ago, or by a clock that is ahead.
    case stale(String)
}
