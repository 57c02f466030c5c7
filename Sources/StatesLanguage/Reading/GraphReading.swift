import JSONTree

/// One graph of states while it is read: knows the names a transition may lead to, and which of them one does.
///
/// Not shared: it lives as long as one call of `Definition.check`.
final class GraphReading {
    /// The definition the graph is part of.
    let definition: DefinitionReading
    /// What kind of execution runs these states: the machine's, or a distributed Map's children's.
    let type: MachineType
    /// How many graphs are around this one.
    let depth: Int
    /// The query language of states that name none.
    let language: QueryLanguage
    private let places: [Place]
    private let names: [String]
    private var indexByName: [String: Int]
    /// States that one state on its own leads to: only their names are known.
    private var namesElsewhere: [String] = []
    /// States that a transition of another state, or `StartAt`, leads to.
    private var entered: Set<Int> = []
    /// The state being read.
    private var current: Int?
    private var hasTerminal = false

    private init(
        definition: DefinitionReading, type: MachineType, depth: Int, states: Fields, language: QueryLanguage
    ) {
        self.definition = definition
        self.language = language
        self.type = type
        self.depth = depth
        names = states.object.keys
        places = names.map(states.place.field)
        indexByName = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads `StartAt` and `States` of a machine, a branch or an item processor.
    ///
    /// - Returns: `nil` when something is wrong, which then is among the problems.
    static func read(
        _ fields: Fields, of definition: DefinitionReading, type: MachineType, depth: Int
    ) -> StateGraph? {
        guard depth <= Limits.graphDepthMax else {
            definition.problems.error("States are too deeply nested", at: fields.place, code: ProblemCode.tooDeep)
            return nil
        }
        fields.require(["States", "StartAt"])
        let start = fields.text("StartAt")
        guard let states = fields.nested("States") else { return nil }
        guard !states.object.isEmpty else {
            fields.refuse("States", "Value cannot be empty")
            return nil
        }
        let (named, language) = languageAmongStates(states)
        let graph = GraphReading(
            definition: definition, type: type, depth: depth, states: named, language: language ?? definition.language)
        return graph.read(named, startAt: start, of: fields)
    }

    /// `QueryLanguage` by mistake among the states instead of beside them; definitions AWS has published have it there.
    private static func languageAmongStates(_ states: Fields) -> (states: Fields, language: QueryLanguage?) {
        guard let language = states.object["QueryLanguage"]?.stringValue.flatMap(QueryLanguage.init) else {
            return (states, nil)
        }
        states.problems.warn(
            "QueryLanguage stands among the states; it belongs beside 'States'",
            at: states.place.field("QueryLanguage"), code: ProblemCode.misplacedLanguage)
        var object = states.object
        object["QueryLanguage"] = nil
        return (Fields(object: object, place: states.place, problems: states.problems), language)
    }

    private func read(_ states: Fields, startAt start: String?, of fields: Fields) -> StateGraph? {
        let startIndex = start.flatMap { index(of: $0, at: fields.place.field("StartAt")) }
        var compiled: [State] = []
        for (index, (name, value)) in states.object.enumerated() {
            definition.claim(stateName: name, at: places[index])
            current = index
            guard let fields = Fields(value, at: places[index], states.problems),
                let state = State.read(fields, named: name, in: self)
            else { continue }
            compiled.append(state)
        }
        current = nil
        if start != nil, !isSingleState { lookForDeadEnds(of: fields.place) }
        guard let startIndex, compiled.count == names.count else { return nil }
        compiled += namesElsewhere.map { State(name: $0, kind: .succeed) }
        return StateGraph(startAt: startIndex, states: compiled)
    }

    /// The state a transition names; refused when there is none in this graph.
    func index(of name: String, at place: Place) -> Int? {
        if isSingleState { return indexElsewhere(of: name) }
        guard let index = indexByName[name], names[index].utf8.elementsEqual(name.utf8) else {
            definition.problems.error("Missing 'Next' target: \(name)", at: place, code: ProblemCode.missingTarget)
            return nil
        }
        if index != current { entered.insert(index) }
        return index
    }

    private var isSingleState: Bool { definition.isSingleState && depth == 0 }

    private func indexElsewhere(of name: String) -> Int {
        if let index = indexByName[name] { return index }
        let index = names.count + namesElsewhere.count
        namesElsewhere.append(name)
        indexByName[name] = index
        return index
    }

    /// Notes that the state being read can end the graph.
    func noteTerminal() { hasTerminal = true }

    /// `Next` or `"End": true`, of which a state must have exactly one.
    func transition(of fields: Fields) -> Transition? {
        let isEnd = fields.flag("End") ?? false
        if isEnd { noteTerminal() }
        let next = fields.text("Next").flatMap { index(of: $0, at: fields.place.field("Next")) }
        switch (fields.has("Next"), isEnd) {
        case (true, true):
            fields.problems.error("There should only be one of the following fields: [Next, End]", at: fields.place)
            return nil
        case (false, false):
            fields.problems.error(
                "This object should have only one of the following fields: [Next, End]", at: fields.place)
            return nil
        case (false, true): return .end
        case (true, false): return next.map(Transition.next)
        }
    }

    /// AWS refuses a machine that nothing can end, and a state that no other state leads to.
    private func lookForDeadEnds(of place: Place) {
        let problems = definition.problems
        if !hasTerminal {
            problems.later(
                depth == 0 ? .error : .warning, "Workflow has no terminal state", at: place, location: nil,
                code: ProblemCode.missingEnd)
        }
        for index in names.indices where !entered.contains(index) {
            problems.later(
                .error, "State \"\(names[index])\" is not reachable.", at: places[index],
                location: places[index].location,
                code: ProblemCode.missingTarget)
        }
    }
}
