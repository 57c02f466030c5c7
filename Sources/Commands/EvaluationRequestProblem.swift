/// Why a line of a batch asks for nothing.
struct EvaluationRequestProblem: Error, Equatable {
    /// What is wrong, for people.
    let message: String
}
