import StatesLanguage

/// Succeed: ends its branch, or the execution, well.
enum SucceedStep {
    /// Filters the input and leaves.
    static func run(of state: State, _ frame: Int, in fold: inout Fold) throws(StepFailure) {
        let input = try fold.effectiveInput(of: state, frame)
        guard state.language == .jsonPath else {
            return try fold.leave(state, frame, showing: nil, orElse: input, next: .end)
        }
        let output = try fold.filtered(input, by: state.outputPath, of: state, frame)
        try fold.leave(state, frame, output: output, assigned: nil, next: .end)
    }
}
