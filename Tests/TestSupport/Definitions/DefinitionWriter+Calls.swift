import JSONTree
import ResourceNames

/// The states that call handlers or contain other states.
extension DefinitionWriter {
    /// A Task state.
    mutating func task(at place: inout Place, in scope: Scope, _ isJSONata: Bool) -> JSONObject {
        var state = callOnly(in: scope, isJSONata)
        if !scope.own.isEmpty, odds(30) {
            state["Assign"] = assignments(to: [pick(scope.own)], in: scope, isJSONata, seesInput: false)
        }
        handleErrors(&state, at: &place, in: scope, isJSONata)
        follow(place, in: &state)
        return state
    }

    /// A Task state that handles no errors and leads nowhere yet.
    mutating func callOnly(in scope: Scope, _ isJSONata: Bool) -> JSONObject {
        var state: JSONObject = ["Type": "Task"]
        var parameters: JSONObject? = odds(80) ? members(in: scope, isJSONata: isJSONata) : nil
        switch roll(means.hasTokens ? 6 : 4) {
        case 0..<3: state["Resource"] = .string(pick(means.functions))
        case 3:
            state["Resource"] = "arn:aws:states:::lambda:invoke"
            parameters = [
                "FunctionName": .string(pick(means.functions)),
                "Payload": .object(members(in: scope, isJSONata: isJSONata)),
            ]
        case 4: state["Resource"] = "arn:aws:states:us-east-1:123456789012:activity:a"
        default:
            state["Resource"] = "arn:aws:states:::sqs:sendMessage.waitForTaskToken"
            let token: JSON = isJSONata ? "{% $states.context.Task.Token %}" : "$$.Task.Token"
            parameters = [
                "QueueUrl": "q", "MessageBody": .object([(isJSONata ? "Token" : "Token.$"): token, "k": 1]),
            ]
        }
        if let parameters { state[isJSONata ? "Arguments" : "Parameters"] = .object(parameters) }
        let isSilent = means.hasSilence
        if isSilent || odds(50) {
            let limit = 5 + roll(40)
            state["TimeoutSeconds"] = .integer(Int64(isSilent ? limit : 80_000))
            if odds(30) { state["HeartbeatSeconds"] = .integer(Int64(isSilent ? 1 + roll(limit - 1) : 70_000)) }
        }
        if isJSONata {
            if odds(80) { state["Output"] = output(result: "$states.result", in: scope) }
        } else {
            if odds(30) { state["ResultSelector"] = ["all.$": "$", "name.$": "$$.State.Name"] }
            state["ResultPath"] = resultPath()
            shapePaths(&state)
        }
        return state
    }

    /// A Parallel state.
    mutating func parallel(at place: inout Place, in scope: Scope, _ isJSONata: Bool) -> JSONObject {
        var state: JSONObject = ["Type": "Parallel"]
        state["Branches"] = .array((0..<(1 + roll(3))).map { _ in .object(graph(in: scope.inside)) })
        finish(&state, counting: "$count($states.result)", at: &place, in: scope, isJSONata)
        return state
    }

    /// An inline Map state.
    mutating func map(at place: inout Place, in scope: Scope, _ isJSONata: Bool) -> JSONObject {
        var state: JSONObject = ["Type": "Map"]
        var processor = JSONObject()
        if odds(50) { processor["ProcessorConfig"] = ["Mode": "INLINE"] }
        for (key, value) in graph(in: scope.inside) { processor[key] = value }
        state["ItemProcessor"] = .object(processor)
        if odds(70) { state["MaxConcurrency"] = .integer(Int64(roll(4))) }
        if isJSONata {
            state["Items"] = .string(
                "{% \(pick(["$states.input.items", "$reverse($states.input.items)", "[1, 2]"])) %}")
            state["ItemSelector"] = [
                "n": "{% $states.context.Map.Item.Value %}", "i": "{% $states.context.Map.Item.Index %}",
                "s": "{% $states.input.s & '!' %}", "items": [4, 5], "o": "{% $states.input.o %}",
                "at": "2026-01-01T00:00:01Z",
            ]
        } else {
            state["ItemsPath"] = .string(pick(["$.items", "$['items']"]))
            if odds(95) {
                state["ItemSelector"] = [
                    "n.$": "$$.Map.Item.Value", "i.$": "$$.Map.Item.Index", "s.$": "States.Format('{}!', $.s)",
                    "items": [4, 5], "o.$": "$.o", "at": "2026-01-01T00:00:01Z",
                ]
            }
        }
        finish(&state, counting: "$string($states.result)", at: &place, in: scope, isJSONata)
        return state
    }

    /// What Parallel and Map states make of the results of what they contain: little, or payloads would grow without bound.
    private mutating func finish(
        _ state: inout JSONObject, counting: String, at place: inout Place, in scope: Scope, _ isJSONata: Bool
    ) {
        if isJSONata {
            state["Output"] = output(result: counting, in: scope)
        } else {
            state["ResultSelector"] = ["count.$": "States.ArrayLength($)", "first.$": "$[0].n"]
            // A result may hold the id of a request.
            if means.hasChance, odds(30) {
                state["ResultSelector"] = ["count.$": "States.ArrayLength($)", "hash.$": "States.Hash($[0], 'MD5')"]
            }
            state["ResultPath"] = resultPath()
        }
        if !scope.own.isEmpty, odds(30) {
            state["Assign"] = assignments(to: [pick(scope.own)], in: scope, isJSONata, seesInput: false)
        }
        handleErrors(&state, at: &place, in: scope, isJSONata)
        follow(place, in: &state)
    }

    /// Retriers and catchers.
    private mutating func handleErrors(
        _ state: inout JSONObject, at place: inout Place, in scope: Scope, _ isJSONata: Bool
    ) {
        if odds(50) {
            var retriers: [JSON] = []
            if odds(40) { retriers.append(.object(retrier(of: [.string(pick(RandomAnswers.errors))]))) }
            retriers.append(.object(retrier(of: [pick(["States.ALL", "States.TaskFailed", "States.Timeout"])])))
            state["Retry"] = .array(retriers)
        }
        guard odds(60) else { return }
        var catchers: [JSON] = []
        if odds(30) {
            catchers.append(
                .object(catcher(of: [.string(pick(RandomAnswers.errors)), "Other"], at: &place, in: scope, isJSONata)))
        }
        if catchers.isEmpty || odds(80) {
            catchers.append(.object(catcher(of: ["States.ALL"], at: &place, in: scope, isJSONata)))
        }
        state["Catch"] = .array(catchers)
    }

    private mutating func retrier(of errors: [JSON]) -> JSONObject {
        var retrier: JSONObject = ["ErrorEquals": .array(errors), "MaxAttempts": .integer(Int64(roll(4)))]
        let interval = 1 + roll(3)
        if odds(70) { retrier["IntervalSeconds"] = .integer(Int64(interval)) }
        if odds(50) { retrier["BackoffRate"] = .double(pick([1, 1.5, 2, 2.7])) }
        if odds(30) { retrier["MaxDelaySeconds"] = .integer(Int64(interval + 1 + roll(5))) }
        if means.hasChance, odds(40) { retrier["JitterStrategy"] = "FULL" }
        return retrier
    }

    private mutating func catcher(of errors: [JSON], at place: inout Place, in scope: Scope, _ isJSONata: Bool)
        -> JSONObject
    {
        var catcher: JSONObject = ["ErrorEquals": .array(errors)]
        if isJSONata {
            catcher["Output"] = output(result: "$states.errorOutput", in: scope)
        } else if odds(90) {
            catcher["ResultPath"] = "$.error"
        }
        if !scope.own.isEmpty, odds(20) { catcher["Assign"] = .object([pick(scope.own): .integer(Int64(roll(9)))]) }
        catcher["Next"] = way(out: &place, in: scope, isJSONata)
        return catcher
    }
}
