/// Gathers the problems of one definition while it is read.
///
/// Not shared: it lives as long as one call of `Definition.check`.
final class ProblemList {
    /// A problem whose line is not worked out yet.
    struct Found {
        /// As in `DefinitionProblem`.
        let severity: DefinitionProblem.Severity
        /// As in `DefinitionProblem`.
        let code: String
        /// As in `DefinitionProblem`.
        let message: String
        /// As in `DefinitionProblem`.
        let pointer: String
        /// As in `DefinitionProblem`.
        let location: String?
    }

    /// In the order of their finding.
    private(set) var found: [Found] = []
    /// What is only said when the shape of everything is right, since a fault of shape brings them about.
    private var deferred: [Found] = []
    /// Whether the definition is refused.
    private(set) var hasErrors = false
    private var hasFaultsOfShape = false
    private var counts: [DefinitionProblem.Severity: Int] = [:]

    /// Refuses the definition.
    ///
    /// - Parameter field: The field of the object at `place` that is at fault, if the pointer can be more exact than AWS's location.
    func error(_ message: String, at place: Place, field: String? = nil, code: String = ProblemCode.schema) {
        hasErrors = true
        if code != ProblemCode.missingTarget { hasFaultsOfShape = true }
        add(
            Found(
                severity: .error, code: code, message: message, pointer: (field.map(place.field) ?? place).pointer,
                location: place.location))
    }

    /// Says that something is odd.
    func warn(_ message: String, at place: Place, code: String) {
        add(Found(severity: .warning, code: code, message: message, pointer: place.pointer, location: place.location))
    }

    /// Keeps a problem, unless there are so many that nobody reads them.
    private func add(_ problem: Found) {
        let count = counts[problem.severity, default: 0]
        guard count < Limits.problemsMax else { return }
        counts[problem.severity] = count + 1
        found.append(problem)
    }

    /// Keeps something back until `settle`; `location` nil where AWS gives none.
    func later(
        _ severity: DefinitionProblem.Severity, _ message: String, at place: Place, location: String?, code: String
    ) {
        deferred.append(
            Found(severity: severity, code: code, message: message, pointer: place.pointer, location: location))
    }

    /// Says what was kept back, unless faults of shape would make it a guess.
    ///
    /// AWS was observed not to look for unreachable states in a machine without a terminal state.
    func settle() {
        guard !hasFaultsOfShape else { return }
        let isEndless = deferred.contains { $0.code == ProblemCode.missingEnd && $0.severity == .error }
        let said = deferred.filter { !isEndless || $0.code != ProblemCode.missingTarget }
        for problem in said { add(problem) }
        if said.contains(where: { $0.severity == .error }) { hasErrors = true }
    }

    /// The problems with their lines and columns.
    func placed(in text: [UInt8]) -> [DefinitionProblem] {
        guard !found.isEmpty else { return [] }
        let places = ProblemPlaces(of: found.map(\.pointer), in: text)
        return found.map { problem in
            let (line, column) = places.place(of: problem.pointer)
            return DefinitionProblem(
                severity: problem.severity, code: problem.code, message: problem.message, pointer: problem.pointer,
                location: problem.location, line: line, column: column)
        }
    }
}
