import JSONTree
import ResourceNames

/// The states that neither call nor contain others.
extension DefinitionWriter {
    /// A Pass state.
    ///
    /// - Parameter declares: Whether it gives the graph variables of its own.
    mutating func pass(at place: Place, declares: Bool, in scope: inout Scope, _ isJSONata: Bool) -> JSONObject {
        var state: JSONObject = ["Type": "Pass"]
        if declares {
            // What it assigns it cannot read yet.
            let names = (0..<(1 + roll(2))).map { _ in variableName() }
            state["Assign"] = assignments(to: names, in: scope, isJSONata)
            scope.own += names
            scope.readable += names
        } else if !scope.own.isEmpty, odds(40) {
            state["Assign"] = assignments(to: [pick(scope.own)], in: scope, isJSONata)
        }
        if isJSONata {
            if odds(80) { state["Output"] = output(result: nil, in: scope) }
        } else {
            // What a result hides, `Assign` does not see either.
            let isPlain = state["Assign"] != nil
            if !isPlain, odds(70) {
                state["Parameters"] = .object(members(in: scope, isJSONata: false))
            } else if !isPlain, odds(50) {
                state["Result"] = pick(RandomJSONValue.some)
            }
            state["ResultPath"] = resultPath()
            shapePaths(&state)
        }
        follow(place, in: &state)
        return state
    }

    /// A Wait state.
    mutating func wait(at place: Place, in scope: Scope, _ isJSONata: Bool) -> JSONObject {
        var state: JSONObject = ["Type": "Wait"]
        if isJSONata {
            switch roll(4) {
            case 0: state["Seconds"] = .integer(Int64(roll(20)))
            case 1: state["Seconds"] = "{% $floor($states.input.n) % 7 %}"
            case 2: state["Timestamp"] = "2026-01-01T00:00:09.5Z"
            default: state["Timestamp"] = "{% $states.input.at %}"
            }
            if odds(40) { state["Output"] = output(result: nil, in: scope) }
        } else {
            switch roll(4) {
            case 0: state["Seconds"] = .integer(Int64(roll(20)))
            case 1: state["SecondsPath"] = "$.n"
            case 2: state["Timestamp"] = "2027-02-28T23:59:59Z"
            default: state["TimestampPath"] = "$.at"
            }
            shapePaths(&state)
        }
        if !scope.own.isEmpty, odds(20) { state["Assign"] = assignments(to: [pick(scope.own)], in: scope, isJSONata) }
        follow(place, in: &state)
        return state
    }

    /// A Choice state.
    mutating func choice(at place: inout Place, in scope: Scope, _ isJSONata: Bool) -> JSONObject {
        var rules: [JSON] = []
        for _ in 0..<(1 + roll(3)) {
            var rule = isJSONata ? JSONObject([("Condition", condition(in: scope))]) : comparison(in: scope, depth: 0)
            if !scope.own.isEmpty, odds(25) {
                rule["Assign"] = assignments(to: [pick(scope.own)], in: scope, isJSONata)
            }
            if isJSONata, odds(20) { rule["Output"] = output(result: nil, in: scope) }
            rule["Next"] = way(out: &place, in: scope, isJSONata)
            rules.append(.object(rule))
        }
        var state: JSONObject = ["Type": "Choice", "Choices": .array(rules)]
        // Without a default the states after it might never be reached.
        state["Default"] = place.later.first.map { .string($0) } ?? way(out: &place, in: scope, isJSONata)
        if !isJSONata { shapePaths(&state) }
        return state
    }

    /// A Pass state that sets a counter, a body that counts, and a Choice state that leads back to it.
    mutating func loop(at place: inout Place, in scope: inout Scope, _ isJSONata: Bool) -> JSONObject {
        let (counter, body, check) = (variableName(), stateName(), stateName())
        var bodyState =
            odds(50) ? pass(at: place, declares: false, in: &scope, isJSONata) : callOnly(in: scope, isJSONata)
        bodyState["End"] = nil
        bodyState["Next"] = .string(check)
        let more = isJSONata ? JSON.string("{% $\(counter) + 1 %}") : .string("States.MathAdd($\(counter), 1)")
        bodyState["Assign"] = .object([(isJSONata ? counter : "\(counter).$"): more])
        let times = Int64(1 + roll(4))
        var rule: JSONObject =
            isJSONata
            ? ["Condition": .string("{% $\(counter) < \(times) %}")]
            : ["Variable": .string("$\(counter)"), "NumericLessThan": .integer(times)]
        rule["Next"] = .string(body)
        var checkState: JSONObject = ["Type": "Choice", "Choices": [.object(rule)]]
        checkState["Default"] = place.later.first.map { .string($0) } ?? way(out: &place, in: scope, isJSONata)
        for (name, state) in [(body, bodyState), (check, checkState)] {
            var state = state
            if isJSONata, !scope.isJSONata { state["QueryLanguage"] = "JSONata" }
            place.aside[name] = .object(state)
        }
        return ["Type": "Pass", "Assign": .object([counter: 0]), "Next": .string(body)]
    }

    /// A Succeed or a Fail state.
    mutating func ending(in scope: Scope, _ isJSONata: Bool) -> JSONObject {
        if odds(60) {
            var state: JSONObject = ["Type": "Succeed"]
            if isJSONata { state["Output"] = output(result: nil, in: scope) } else { shapePaths(&state) }
            return state
        }
        var state: JSONObject = ["Type": "Fail"]
        switch roll(3) {
        case 0: state["Error"] = .string(pick(RandomAnswers.errors))
        case 1 where isJSONata: state["Error"] = "{% 'Worked' & 'Out' %}"
        case 1: state["ErrorPath"] = "$.s"
        default: break
        }
        switch roll(3) {
        case 0: state["Cause"] = "because"
        case 1 where isJSONata: state["Cause"] = "{% $string($states.input.items) %}"
        case 1: state["CausePath"] = "States.JsonToString($.items)"
        default: break
        }
        return state
    }
}
