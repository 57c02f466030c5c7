/// What belongs to a whole definition while it is read.
///
/// Not shared: it lives as long as one call of `Definition.check`.
final class DefinitionReading {
    /// Where problems go.
    let problems = ProblemList()
    /// Whether a plugin serves an `arn:aws:states:::` resource that AWS does not know.
    let isServed: (String) -> Bool
    /// Whether it is one state alone: its transitions lead to states that are not here.
    let isSingleState: Bool
    /// The query language of states that name none.
    var language = QueryLanguage.jsonPath
    private var stateNames: Set<String> = []
    private var labels: Set<String> = []

    /// Starts with nothing read.
    init(isSingleState: Bool = false, isServed: @escaping (String) -> Bool) {
        self.isSingleState = isSingleState
        self.isServed = isServed
    }

    /// Checks a state's name, which must be distinct in the whole machine.
    func claim(stateName name: String, at place: Place) {
        if name.isEmpty {
            problems.error("State name cannot be empty", at: place, code: ProblemCode.invalidStateName)
        } else if name.unicodeScalars.count > Limits.stateNameMax {
            problems.error(
                "State name '\(name)' exceeds the \(Limits.stateNameMax)-character limit allowed by the service",
                at: place,
                code: ProblemCode.invalidStateName)
        }
        if !stateNames.insert(name).inserted {
            problems.error("Duplicate State name: \(name)", at: place, code: ProblemCode.duplicateStateName)
        }
    }

    /// Checks a Map state's label, which becomes part of ARNs.
    func claim(label: String, at place: Place) {
        if label.unicodeScalars.count > Limits.labelMax {
            problems.error(
                "Label name '\(label)' exceeds the \(Limits.labelMax)-character limit allowed by the service",
                at: place,
                code: ProblemCode.invalidLabel)
        } else if label.isEmpty || label.unicodeScalars.contains(where: Self.cannotBeInName) {
            problems.error(
                "Label name '\(label)' contains invalid characters", at: place, code: ProblemCode.invalidLabel)
        }
        if !labels.insert(label).inserted {
            problems.error("Duplicate Label name: \(label)", at: place, code: ProblemCode.duplicateLabel)
        }
    }

    /// White space, brackets, wildcards, special and control characters, which no name of a resource may hold.
    private static func cannotBeInName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
        default: scalar.properties.isWhitespace || "<>{}[]?*\"#%\\^|~`$&,;:/".unicodeScalars.contains(scalar)
        }
    }
}
