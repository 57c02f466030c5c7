import JSONTree
import ResourceNames

/// Expressions and templates.
extension DefinitionWriter {
    /// Values for variables.
    ///
    /// - Parameter seesInput: Whether a path leads into the state's input, and not into its result.
    mutating func assignments(to names: [String], in scope: Scope, _ isJSONata: Bool, seesInput: Bool = true) -> JSON {
        var object = JSONObject()
        for name in names {
            if isJSONata {
                object[name] = .string("{% \(number(in: scope)) %}")
            } else if seesInput {
                object["\(name).$"] = .string(pathNumber(in: scope))
            } else {
                object["\(name).$"] = .string(pick(["States.MathRandom(1, 100, 7)", "States.MathAdd($\(name), 1)"]))
            }
        }
        return .object(object)
    }

    /// Some members of a payload template.
    mutating func members(in scope: Scope, isJSONata: Bool) -> JSONObject {
        var object = JSONObject()
        for key in ["a", "b", "c", "d"].prefix(1 + roll(4)) {
            if odds(20) {
                object[key] = pick(RandomJSONValue.some)
            } else if odds(20) {
                object[key] = .object(members(in: scope, isJSONata: isJSONata))
            } else if isJSONata {
                object[key] = .string("{% \(expression(in: scope)) %}")
            } else {
                object["\(key).$"] = .string(path(in: scope))
            }
        }
        return object
    }

    /// An output that keeps what later states need.
    mutating func output(result: String?, in scope: Scope) -> JSON {
        var object = "{'r\(roll(3))': \(expression(in: scope))}"
        if let result { object = "{'r\(roll(3))': \(result), 'more': \(expression(in: scope))}" }
        return .string("{% $merge([$states.input, \(object)]) %}")
    }

    /// Where a result goes without hiding what later states need.
    mutating func resultPath() -> JSON { pick(["$.r0", "$.r1", "$.r2", "$.o.deep.c", nil]) }

    /// InputPath and OutputPath that change nothing.
    mutating func shapePaths(_ state: inout JSONObject) {
        if odds(10) { state["InputPath"] = "$" }
        if odds(10) { state["OutputPath"] = "$" }
    }

    /// A rule of a Choice state without its way out.
    mutating func comparison(in scope: Scope, depth: Int) -> JSONObject {
        switch roll(depth < 2 ? 12 : 9) {
        case 0: return ["Variable": "$.n", "NumericGreaterThan": .integer(Int64(roll(40)))]
        case 1: return ["Variable": "$.n", "NumericLessThanEquals": .double(Double(roll(400)) / 10)]
        case 2: return ["Variable": "$.r0", "IsPresent": .bool(odds(50))]
        case 3: return ["Variable": "$.s", "StringMatches": .string(pick(["two*", "*!", "x"]))]
        case 4: return ["Variable": "$.at", "TimestampLessThan": "2026-01-01T00:00:05Z"]
        case 5: return ["Variable": "$.n", "NumericEqualsPath": "$.items[0]"]
        case 6: return ["Variable": "$.o", "IsString": .bool(odds(50))]
        case 7 where !scope.readable.isEmpty:
            return ["Variable": .string("$\(pick(scope.readable))"), "NumericLessThan": .integer(Int64(roll(30)))]
        case 7, 8: return ["Variable": "$.s", "StringLessThan": "u"]
        case 9: return ["Not": .object(comparison(in: scope, depth: depth + 1))]
        default:
            let parts = (0..<(1 + roll(2))).map { _ in JSON.object(comparison(in: scope, depth: depth + 1)) }
            return [pick(["And", "Or"]): .array(parts)]
        }
    }

    /// A condition of a Choice state in JSONata.
    mutating func condition(in scope: Scope) -> JSON {
        let conditions = [
            "$states.input.n > \(roll(40))", "$exists($states.input.r0)", "$contains($states.input.s, '!')",
            "$states.input.n in $states.input.items", "$not($count($states.input.items) = 2)",
            "\(number(in: scope)) >= \(number(in: scope))",
            "$states.input.s = 'two words' and $states.input.n < \(roll(40))",
        ]
        return .string("{% \(pick(conditions)) %}")
    }

    /// A path, a variable or an intrinsic function.
    private mutating func path(in scope: Scope) -> String {
        if odds(2) {
            return pick([
                "$.missing", "States.ArrayGetItem($.items, 99)", "States.StringToJson($.s)", "States.MathAdd($.s, 1)",
            ])
        }
        if odds(30) { return pathNumber(in: scope) }
        var paths = [
            "$.s", "States.Format('{}-{}', $.s, $.n)", "States.Base64Encode($.s)",
            "States.Base64Decode(States.Base64Encode($.s))", "States.Hash($.s, 'SHA-256')", "States.JsonToString($.o)",
            "$$.Execution.Name", "$$.State.Name", "$$.StateMachine.Name", "$$.Execution.Input.n", "$.items",
            "States.Array($.n, 'x', true)", "States.ArrayUnique($.items)", "States.ArrayRange(1, 9, 3)",
            "States.ArrayPartition($.items, 2)", "States.StringSplit($.s, ' ')", "$.items[0:2]", "$.items[?(@ > 9)]",
            "States.StringToJson(States.JsonToString($.items))", "$.o", "States.JsonMerge($.o, $.o, false)",
            "States.ArrayContains($.items, $.n)", "$..b", "$",
        ]
        if means.hasChance { paths += ["States.UUID()", "$$.State.EnteredTime", "$$.Execution.StartTime"] }
        return pick(paths)
    }

    private mutating func pathNumber(in scope: Scope) -> String {
        var paths = [
            "$.n", "States.MathAdd($.n, 3)", "States.ArrayLength($.items)", "States.ArrayGetItem($.items, 0)",
            "States.MathAdd(States.ArrayLength($.items), -2)", "States.MathRandom(1, 100, 7)",
        ]
        paths += scope.readable.map { "$\($0)" }
        if means.hasChance { paths.append("States.MathRandom(1, 1000)") }
        return pick(paths)
    }

    /// An expression in JSONata.
    private mutating func expression(in scope: Scope) -> String {
        if odds(2) {
            return pick([
                "$states.input.missing", "$error('wanted')", "$number($states.input.s)", "$states.input.s + 1",
            ])
        }
        if odds(30) { return number(in: scope) }
        let i = "$states.input"
        var expressions = [
            "$uppercase(\(i).s)", "$replace(\(i).s, /[aeiou]/, '*')", "$pad(\(i).s, -12, '·')", "$string(\(i).o)",
            "$join($map(\(i).items, function($v, $k) { $string($v) & ':' & $string($k) }), ',')",
            "$fromMillis(\(i).n * 1e9)",
            "$hash(\(i).s, 'SHA-256')", "$formatNumber(\(i).n, '#,##0.00')", "$formatInteger($floor(\(i).n) + 1, 'w')",
            "$base64encode(\(i).s)", "[\(i).items.($ * 2)]", "[$filter(\(i).items, function($x) { $x > 3 })]",
            "$sort(\(i).items, function($x, $y) { $x < $y })", "$append(\(i).items, 'x')", "$distinct(\(i).items)",
            "$zip(\(i).items, [1, 2])", "$partition(\(i).items, 2)", "$range(1, 9, 3)", "[\(i).items[$ > 9]]",
            "$merge([\(i).o, {'a': \(i).n}])", "$spread(\(i).o)", "$keys(\(i))",
            "$sift(\(i), function($v, $k) { $k != 'o' })",
            "\(i).items{$string($ % 3): $sum($)}", "$each(\(i).o, function($v, $k) { $k })", "$parse($string(\(i).o))",
            "$states.context.Execution.Name", "$states.context.State.Name", "$split(\(i).s, ' ')",
            "\(i).o ~> |deep|{'x': 1}|",
            "$match(\(i).s, /w(.)r/).groups", "(\(i).n > 9 ? 'big' : 'small')",
            "$reduce(\(i).items, function($x, $y) { $x * 2 + $y }, 1)",
            "$reverse(\(i).items)", "\(i).**.b", "$string(\(i).items[-1] / 7)", "$toMillis(\(i).at)", "\(i).s[0]",
        ]
        if means.hasChance {
            expressions += [
                "$uuid()", "$now()", "$shuffle(\(i).items)", "$states.context.State.EnteredTime",
                "$fromMillis($millis())",
            ]
        }
        return pick(expressions)
    }

    private mutating func number(in scope: Scope) -> String {
        let i = "$states.input"
        var numbers = [
            "\(i).n + 1", "$sum(\(i).items)", "$count(\(i).items)", "$round(\(i).n / 3, 2)", "$sqrt(\(i).n)",
            "$power(2, 0.5)",
            "$max(\(i).items)", "$average(\(i).items)", "$abs(-\(i).n)", "$length(\(i).s)", "\(i).n % 7",
            "0.1 * \(i).n",
        ]
        numbers += scope.readable.map { "$\($0)" }
        if means.hasChance { numbers += ["$floor($random() * 100)", "$millis() % 1000", "$random()"] }
        return pick(numbers)
    }
}
