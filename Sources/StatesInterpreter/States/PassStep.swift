import JSONTree
import StatesLanguage

/// Pass: hands its input, or something made of it, to the next state.
enum PassStep {
    /// Makes the result and leaves.
    static func run(_ pass: PassState, of state: State, _ frame: Int, in fold: inout Fold) throws(StepFailure) {
        let input = try fold.effectiveInput(of: state, frame)
        guard state.language == .jsonPath else {
            return try fold.leave(state, frame, showing: nil, orElse: input, next: pass.next)
        }
        var result = input
        if let fixed = pass.result {
            result = fixed
            fold.note(.result, result, of: state)
        } else if let parameters = pass.parameters {
            result = fold.produce(try fold.value(of: parameters, in: input, of: state, frame))
        }
        if pass.result == nil { fold.note(.afterParameters, result, of: state) }
        try fold.leave(state, frame, result: result, resultPath: pass.resultPath, next: pass.next)
    }
}
