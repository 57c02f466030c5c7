import JSONPathLanguage

/// One element of `Catch`: where an error leads.
package struct Catcher: Sendable {
    /// Names this catcher is for; `States.ALL` stands alone.
    package var errorEquals: [String]
    /// Where the error output goes in the input.
    package var resultPath: OptionalPath<ReferencePath>
    /// Variables set on the way.
    package var assign: ValueTemplate?
    /// The output of a JSONata state's catcher; absent: the error output.
    package var output: JSONataTemplate?
    /// The index of the state that goes on.
    package var next: Int

    /// Puts a catcher together.
    package init(
        errorEquals: [String], resultPath: OptionalPath<ReferencePath>, assign: ValueTemplate?,
        output: JSONataTemplate? = nil, next: Int
    ) {
        self.errorEquals = errorEquals
        self.resultPath = resultPath
        self.assign = assign
        self.output = output
        self.next = next
    }
}

extension Catcher {
    /// Reads all of a state; what is wrong is left out and among the problems.
    static func read(_ fields: Fields, in graph: GraphReading) -> [Catcher] {
        guard let elements = fields.objects("Catch", mayBeEmpty: true) else { return [] }
        return elements.enumerated().compactMap { index, element in
            read(element, isLast: index == elements.count - 1, in: graph)
        }
    }

    private static func read(_ fields: Fields, isLast: Bool, in graph: GraphReading) -> Catcher? {
        fields.allow(["ErrorEquals", "Next", "ResultPath", "Assign", "Comment"], jsonata: ["Output"])
        fields.require(["ErrorEquals", "Next"])
        let names = ErrorNames.read(fields, isLast: isLast)
        let resultPath = fields.resultPath()
        let assign = fields.assign(.catching)
        let output = fields.language == .jsonata ? fields.jsonata("Output", .catching) : nil
        let next = fields.text("Next").flatMap { graph.index(of: $0, at: fields.place.field("Next")) }
        guard let names, let next else { return nil }
        return Catcher(errorEquals: names, resultPath: resultPath, assign: assign, output: output, next: next)
    }
}
