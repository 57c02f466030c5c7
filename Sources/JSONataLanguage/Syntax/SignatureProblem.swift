/// Why a text is no signature.
struct SignatureProblem: Error {
    /// JSONata's code.
    let code: String
    /// The type that cannot stand there.
    let value: String
    /// Where, in characters from the signature's start.
    let offset: Int
}
