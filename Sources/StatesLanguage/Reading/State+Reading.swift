import JSONTree

extension State {
    /// What every state may have.
    private static let common: Set<String> = ["Type", "Comment", "QueryLanguage"]
    /// The names of the types, in the order AWS lists them.
    private static let types = ["Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel", "Map"]

    /// Reads one state.
    ///
    /// - Returns: `nil` when something is wrong, which then is among the problems.
    static func read(_ fields: Fields, named name: String, in graph: GraphReading) -> State? {
        var fields = fields
        guard fields.require(["Type"]), let type = fields.choice("Type", of: types) else { return nil }
        fields.language = language(of: fields, in: graph)
        let (allowed, jsonata) = fieldNames(of: type)
        fields.allow(allowed.union(common), jsonata: jsonata)
        _ = fields.text("Comment")
        let hasPaths = allowed.contains("InputPath") && fields.language == .jsonPath
        let inputPath = hasPaths ? fields.path("InputPath") : .whole
        let outputPath = hasPaths ? fields.path("OutputPath") : .whole
        let assign = allowed.contains("Assign") ? fields.assign() : nil
        let hasOutput = jsonata.contains("Output") && fields.language == .jsonata
        let output = hasOutput ? fields.jsonata("Output", .after) : nil
        guard let kind = kind(type, fields, graph) else { return nil }
        return State(
            name: name, inputPath: inputPath, outputPath: outputPath, kind: kind, assign: assign, output: output,
            language: fields.language, variables: fields.variables.names.sorted())
    }

    /// A state's own language, else the machine's; what contains the state has no say. Observed on AWS.
    private static func language(of fields: Fields, in graph: GraphReading) -> QueryLanguage {
        let machine = graph.definition.language
        guard let text = fields.choice("QueryLanguage", of: QueryLanguage.allCases.map(\.rawValue)),
            let own = QueryLanguage(rawValue: text)
        else { return graph.language }
        if own == .jsonPath, machine == .jsonata {
            fields.problems.error(
                "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", at: fields.place,
                field: "QueryLanguage")
        }
        return own
    }

    private static func fieldNames(of type: String) -> (jsonPath: Set<String>, jsonata: Set<String>) {
        switch type {
        case "Task": (TaskState.fieldNames, ["Arguments", "Output"])
        case "Pass": (PassState.fieldNames, ["Output"])
        case "Choice": (ChoiceState.fieldNames, ["Output"])
        case "Wait": (WaitState.fieldNames, ["Output"])
        case "Parallel": (ParallelState.fieldNames, ["Arguments", "Output"])
        case "Map": (MapState.fieldNames, ["Items", "Output"])
        case "Fail": (FailState.fieldNames, [])
        default: (["InputPath", "OutputPath"], ["Output"])
        }
    }

    private static func kind(_ type: String, _ fields: Fields, _ graph: GraphReading) -> StateKind? {
        switch type {
        case "Task": return TaskState.read(fields, in: graph).map(StateKind.task)
        case "Pass": return PassState.read(fields, in: graph).map(StateKind.pass)
        case "Choice": return ChoiceState.read(fields, in: graph).map(StateKind.choice)
        case "Wait": return WaitState.read(fields, in: graph).map(StateKind.wait)
        case "Parallel": return ParallelState.read(fields, in: graph).map(StateKind.parallel)
        case "Map": return MapState.read(fields, in: graph).map(StateKind.map)
        case "Fail":
            graph.noteTerminal()
            return .fail(FailState.read(fields))
        default:
            graph.noteTerminal()
            return .succeed
        }
    }
}
