import JSONTree
import ResourceNames

/// Writes a valid definition by chance.
///
/// Every state can be reached and every way leads to an end: states lead to later ones, loops count. What flows through the states is an object
/// with the members `n`, `s`, `items` and `o`, which all of them keep, so that most expressions find what they ask for; some ask for what is not there.
struct DefinitionWriter {
    /// The variables a state may read and write.
    struct Scope {
        /// Whether the machine's language is JSONata, so that all states speak it.
        let isJSONata: Bool
        /// Numbers that can be read.
        var readable: [String] = []
        /// Those of them that belong to the graph itself and may be written.
        var own: [String] = []
        /// How many Parallel and Map states it lies in.
        var depth = 0

        /// The scope of a graph inside.
        var inside: Scope { Scope(isJSONata: isJSONata, readable: readable, own: [], depth: depth + 1) }
    }

    /// Where a state stands.
    struct Place {
        /// Its name.
        let name: String
        /// The states after it, in order.
        let later: [String]
        /// States that were added beside the row of states, for this one.
        var aside = JSONObject()
    }

    var chance: Chance
    let means: RandomDefinition.Means
    private var stateNumber = 0
    private var variableNumber = 0
    private var statesLeft = 24

    init(chance: Chance, means: RandomDefinition.Means) {
        self.chance = chance
        self.means = means
    }

    /// The definition.
    mutating func machine() -> JSONObject {
        let isJSONata = odds(40)
        var machine: JSONObject = ["Comment": "made by chance"]
        if isJSONata { machine["QueryLanguage"] = "JSONata" } else if odds(20) { machine["QueryLanguage"] = "JSONPath" }
        if means.hasSilence, odds(10) { machine["TimeoutSeconds"] = .integer(Int64(20 + roll(5_000))) }
        for (key, value) in graph(in: Scope(isJSONata: isJSONata)) { machine[key] = value }
        return machine
    }

    /// An input for it.
    var input: JSON {
        var chance = chance
        let items = (0..<(1 + chance.next() % 5)).map { _ in JSON.integer(Int64(chance.next() % 50)) }
        return [
            "n": .integer(Int64(chance.next() % 40)), "s": "two words", "items": .array(items),
            "o": ["a": 1, "deep": ["b": [true, nil, 1.5]]], "at": "2026-01-01T00:00:07Z",
        ]
    }

    /// Names and states of a graph.
    mutating func graph(in outer: Scope) -> JSONObject {
        var scope = outer
        let length = 1 + roll(outer.depth == 0 ? 7 : 3)
        let names = (0..<length).map { _ in stateName() }
        var states = JSONObject()
        for (index, name) in names.enumerated() {
            var place = Place(name: name, later: Array(names[(index + 1)...]))
            states[name] = .object(state(at: &place, isFirst: index == 0, in: &scope))
            for (name, state) in place.aside { states[name] = state }
        }
        return ["StartAt": .string(names[0]), "States": .object(states)]
    }

    private mutating func state(at place: inout Place, isFirst: Bool, in scope: inout Scope) -> JSONObject {
        let isJSONata = scope.isJSONata || odds(30)
        statesLeft -= 1
        var state: JSONObject
        switch roll(isFirst && odds(70) ? 1 : statesLeft > 0 && scope.depth < 3 ? 20 : 12) {
        case 0: state = pass(at: place, declares: isFirst, in: &scope, isJSONata)
        case 1: state = pass(at: place, declares: false, in: &scope, isJSONata)
        case 2, 3: state = choice(at: &place, in: scope, isJSONata)
        case 4: state = wait(at: place, in: scope, isJSONata)
        case 5: state = loop(at: &place, in: &scope, isJSONata)
        case 6 where place.later.isEmpty: state = ending(in: scope, isJSONata)
        case 6..<13: state = task(at: &place, in: scope, isJSONata)
        case 13..<16: state = parallel(at: &place, in: scope, isJSONata)
        default: state = map(at: &place, in: scope, isJSONata)
        }
        if isJSONata, !scope.isJSONata { state["QueryLanguage"] = "JSONata" }
        return state
    }

    /// Where a state leads when all goes well.
    func follow(_ place: Place, in state: inout JSONObject) {
        if let next = place.later.first { state["Next"] = .string(next) } else { state["End"] = true }
    }

    /// A later state, or an end of its own.
    mutating func way(out place: inout Place, in scope: Scope, _ isJSONata: Bool) -> JSON {
        if !place.later.isEmpty, odds(60) { return .string(place.later[roll(place.later.count)]) }
        let name = stateName()
        var state = ending(in: scope, isJSONata)
        if isJSONata, !scope.isJSONata { state["QueryLanguage"] = "JSONata" }
        place.aside[name] = .object(state)
        return .string(name)
    }

    /// A name no state has yet.
    mutating func stateName() -> String {
        stateNumber += 1
        return ["S", "State ", "Schritt-", "é "][roll(4)] + "\(stateNumber)"
    }

    /// A name no variable has yet.
    mutating func variableName() -> String {
        variableNumber += 1
        return "v\(variableNumber)"
    }

    /// A number below a bound.
    mutating func roll(_ sides: Int) -> Int { Int(chance.next() % UInt64(sides)) }

    /// True so many times out of a hundred.
    mutating func odds(_ percent: Int) -> Bool { roll(100) < percent }

    /// One of several.
    mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }
}
