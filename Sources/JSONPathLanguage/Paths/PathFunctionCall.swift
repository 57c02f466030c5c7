import JSONTree

/// A function at the end of a path: `$.prices.max()`. Source: Jayway JsonPath, "Functions".
struct PathFunctionCall: Sendable {
    /// The functions there are.
    enum Function: String, Sendable {
        case length, size, min, max, avg, sum, stddev, keys, concat, append, first, last, index
    }

    /// An argument.
    enum Argument: Sendable {
        /// JSON that stands in the path.
        case constant(JSON)
        /// A path from the root.
        case path([PathStep], isDefinite: Bool)
    }

    /// Which function.
    let function: Function
    /// What stands between its brackets.
    let arguments: [Argument]

    /// Applies the function to a node; arguments have been evaluated.
    func apply(to node: JSON, _ arguments: [JSON]) throws(EvaluationStop) -> JSON {
        switch function {
        case .length, .size:
            switch node {
            case .array(let elements): return .integer(Int64(elements.count))
            case .object(let object): return .integer(Int64(object.count))
            default: return .null
            }
        case .keys: return node.objectValue.map { .array($0.keys.map(JSON.string)) } ?? .null
        case .concat: return .string(texts(node, arguments).joined())
        case .append:
            guard case .array(let elements) = node else { return node }
            return .array(elements + arguments)
        case .first: return try element(0, of: node)
        case .last: return try element(-1, of: node)
        case .index:
            guard let index = arguments.first?.integerValue, let place = Int(exactly: index) else {
                throw .failed("The function 'index' needs a number")
            }
            return try element(place, of: node)
        case .min, .max, .avg, .sum, .stddev: return .double(try aggregate(numbers(node, arguments)))
        }
    }

    private func aggregate(_ numbers: [Double]) throws(EvaluationStop) -> Double {
        guard let first = numbers.first else {
            throw .failed("Aggregation function attempted to calculate value using empty array")
        }
        let sum = numbers.reduce(0, +)
        let count = Double(numbers.count)
        switch function {
        case .min: return numbers.reduce(first, Swift.min)
        case .max: return numbers.reduce(first, Swift.max)
        case .avg: return sum / count
        case .stddev:
            let squares = numbers.reduce(0) { $0 + $1 * $1 }
            return (squares / count - sum * sum / count / count).squareRoot()
        default: return sum
        }
    }

    private func numbers(_ node: JSON, _ arguments: [JSON]) -> [Double] {
        (node.arrayValue ?? []).compactMap(\.doubleValue)
            + arguments.flatMap { $0.arrayValue ?? [$0] }.compactMap(\.doubleValue)
    }

    private func texts(_ node: JSON, _ arguments: [JSON]) -> [String] {
        (node.arrayValue ?? []).compactMap(\.stringValue)
            + arguments.flatMap { $0.arrayValue ?? [$0] }.map(JavaText.text(of:))
    }

    private func element(_ index: Int, of node: JSON) throws(EvaluationStop) -> JSON {
        guard case .array(let elements) = node, !elements.isEmpty else {
            throw .failed("The function needs an array with elements")
        }
        let (place, overflow) = index < 0 ? elements.count.addingReportingOverflow(index) : (index, false)
        guard !overflow, elements.indices.contains(place) else {
            throw .failed("The index is beyond the end of the array")
        }
        return elements[place]
    }
}

extension PathParser {
    /// The arguments of a function and its closing bracket.
    mutating func readFunction(_ name: String, at start: Int) throws(PathSyntaxError) -> PathFunctionCall {
        guard let function = PathFunctionCall.Function(rawValue: name) else {
            throw PathSyntaxError("There is no function '\(name)'", at: start)
        }
        try enter()
        defer { leave() }
        var arguments: [PathFunctionCall.Argument] = []
        skipBlanks()
        if take(")") { return PathFunctionCall(function: function, arguments: []) }
        repeat {
            skipBlanks()
            if take("$") {
                let steps = try readSteps(inFilter: true)
                arguments.append(.path(steps, isDefinite: Self.isDefinite(steps)))
            } else {
                arguments.append(.constant(try readLiteral()))
            }
            skipBlanks()
        } while take(",")
        guard take(")") else { throw error("Expected ')'") }
        return PathFunctionCall(function: function, arguments: arguments)
    }
}
