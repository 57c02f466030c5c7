import ResourceNames

/// Which errors an `ErrorEquals` names. Source: Amazon States Language, "Error representation", and the developer guide.
enum ErrorMatching {
    /// Whether a retrier or catcher applies to a failure.
    static func matches(_ names: [String], _ failure: StepFailure) -> Bool {
        let name = failure.error.name
        for candidate in names {
            if let name, candidate == name { return true }
            if let alias = failure.alias, candidate == alias { return true }
            switch candidate {
            case StatesErrorName.all: if name != StatesErrorName.dataLimitExceeded { return true }
            case StatesErrorName.taskFailed:
                if name != StatesErrorName.timeout, name != StatesErrorName.dataLimitExceeded { return true }
            default: continue
            }
        }
        return false
    }
}
