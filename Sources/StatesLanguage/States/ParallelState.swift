import JSONPathLanguage

/// `Parallel`: runs branches side by side on the same input.
package struct ParallelState: Sendable {
    /// At least one.
    package var branches: [StateGraph]
    /// What each branch gets; absent: the effective input.
    package var parameters: ValueTemplate?
    /// Shapes the array of the branches' outputs.
    package var resultSelector: PayloadTemplate?
    /// Where the result goes in the input.
    package var resultPath: OptionalPath<ReferencePath>
    /// Tried in order.
    package var retry: [Retrier]
    /// Tried in order, once no retrier helps.
    package var catchers: [Catcher]
    /// Where it leads when all is well.
    package var next: Transition

    /// Puts a state together.
    package init(
        branches: [StateGraph], parameters: ValueTemplate? = nil, resultSelector: PayloadTemplate? = nil,
        resultPath: OptionalPath<ReferencePath> = .whole, retry: [Retrier] = [], catchers: [Catcher] = [],
        next: Transition
    ) {
        self.branches = branches
        self.parameters = parameters
        self.resultSelector = resultSelector
        self.resultPath = resultPath
        self.retry = retry
        self.catchers = catchers
        self.next = next
    }
}

extension ParallelState {
    /// What may stand in such a state beside the fields of every state, in JSONPath.
    static let fieldNames: Set<String> = [
        "Branches", "InputPath", "OutputPath", "Parameters", "ResultSelector", "ResultPath", "Retry", "Catch", "Assign",
        "Next",
        "End",
    ]

    /// Reads the fields; `nil` when absent or when something is wrong, which then is among the problems.
    static func read(_ fields: Fields, in graph: GraphReading) -> ParallelState? {
        fields.require(["Branches"])
        let elements = fields.objects("Branches")
        let branches = elements?.compactMap { branch in
            branch.allow(["Comment", "StartAt", "States"])
            return GraphReading.read(branch, of: graph.definition, type: graph.type, depth: graph.depth + 1)
        }
        let parameters = fields.arguments()
        let selector = fields.template("ResultSelector")
        let resultPath = fields.resultPath()
        let retry = Retrier.read(fields)
        let catchers = Catcher.read(fields, in: graph)
        guard let next = graph.transition(of: fields), let branches, branches.count == elements?.count else {
            return nil
        }
        return ParallelState(
            branches: branches, parameters: parameters, resultSelector: selector, resultPath: resultPath, retry: retry,
            catchers: catchers, next: next)
    }
}
