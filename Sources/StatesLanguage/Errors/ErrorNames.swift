import JSONTree

/// Reads `ErrorEquals` of a retrier or catcher.
enum ErrorNames {
    /// What the service itself calls errors. Source: Amazon States Language, appendix A, and AWS's "Handling errors".
    private static let predefined: Set<String> = [
        "States.ALL", "States.BranchFailed", "States.DataLimitExceeded", "States.ExceedToleratedFailureThreshold",
        "States.HeartbeatTimeout", "States.IntrinsicFailure", "States.ItemReaderFailed", "States.NoChoiceMatched",
        "States.ParameterPathFailure", "States.Permissions", "States.QueryEvaluationError",
        "States.ResultPathMatchFailure",
        "States.ResultWriterFailed", "States.Runtime", "States.TaskFailed", "States.Timeout",
    ]

    /// The names; `nil` when something is wrong.
    ///
    /// - Parameter isLast: No retrier or catcher follows, so that `States.ALL` may stand here.
    static func read(_ fields: Fields, isLast: Bool) -> [String]? {
        guard let elements = fields.elements("ErrorEquals") else { return nil }
        let place = fields.place.field("ErrorEquals")
        var names: [String] = []
        for (index, element) in elements.enumerated() {
            guard let name = element.stringValue else {
                fields.problems.error("Expected value of type [STRING]", at: place.element(index))
                continue
            }
            names.append(name)
            if name == "States.ALL", !isLast || elements.count > 1 {
                fields.problems.error("States.ALL must appear alone and at end of list", at: place.element(index))
            } else if name.utf8.starts(with: "States.".utf8), !name.utf8.starts(with: "States.Http.".utf8),
                !predefined.contains(name)
            {
                fields.problems.warn(
                    "The service gives no error the name '\(name)', and no other may begin with 'States.'",
                    at: place.element(index),
                    code: ProblemCode.unknownErrorName)
            }
        }
        return names.count == elements.count ? names : nil
    }
}
