import JSONTree

/// Looks for the query languages of a definition.
enum QueryLanguages {
    /// The first place that asks for JSONata; `nil` when none does.
    static func firstJSONata(in graph: Fields) -> Place? {
        if isJSONata(graph.object) { return graph.place.field("QueryLanguage") }
        guard let states = graph.object["States"]?.objectValue else { return nil }
        let place = graph.place.field("States")
        for (name, value) in states {
            guard let state = value.objectValue else { continue }
            if let found = firstJSONata(inState: state, at: place.field(name), graph.problems) { return found }
        }
        return nil
    }

    private static func firstJSONata(inState state: JSONObject, at place: Place, _ problems: ProblemList) -> Place? {
        if isJSONata(state) { return place.field("QueryLanguage") }
        var graphs: [(JSON?, Place)] = ["ItemProcessor", "Iterator"].map { (state[$0], place.field($0)) }
        for (index, branch) in (state["Branches"]?.arrayValue ?? []).enumerated() {
            graphs.append((branch, place.field("Branches").element(index)))
        }
        for (graph, place) in graphs {
            guard let object = graph?.objectValue else { continue }
            let fields = Fields(object: object, place: place, problems: problems)
            if let found = firstJSONata(in: fields) { return found }
        }
        return nil
    }

    private static func isJSONata(_ object: JSONObject) -> Bool { object["QueryLanguage"]?.stringValue == "JSONata" }
}
