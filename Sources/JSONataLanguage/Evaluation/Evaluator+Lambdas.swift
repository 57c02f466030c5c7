extension Evaluator {
    /// Where a function's body ends.
    private enum Outcome {
        case value(Value)
        /// With the call of another function, which takes this one's place.
        case tailCall(Int32, input: Value, frame: Frame?)
    }

    /// Calls a function that an expression defines. Calls in its tail take no stack.
    func run(_ function: Function, _ arguments: [Value], _ context: Value) throws(JSONataError) -> Value {
        var (function, arguments) = (function, arguments)
        var name: String?
        while case .lambda(let number, let outer, let input) = function.kind {
            let form = code.lambdas[Int(number)]
            if let signature = form.signature {
                do throws(JSONataError) { arguments = try signature.validated(arguments, context, self) } catch {
                    throw named(error, name)
                }
            }
            let frame = Frame(in: outer)
            for (position, parameter) in form.parameters.enumerated() {
                frame.bind(parameter, position < arguments.count ? arguments[position] : .undefined)
            }
            switch try body(form.body, input, frame) {
            case .value(let value): return value
            case .tailCall(let call, let input, let frame):
                (function, arguments) = try tailCall(call, input, frame)
                name = code.calls[Int(call)].name
            }
        }
        do throws(JSONataError) { return try call(function, arguments, context: context) } catch {
            throw named(error, name)
        }
    }

    /// An error that names the function called last, unless it names something already.
    private func named(_ error: JSONataError, _ name: String?) -> JSONataError {
        var error = error
        if error.token == nil { error.token = name }
        return error
    }

    private func body(_ node: NodeID, _ input: Value, _ frame: Frame) throws(JSONataError) -> Outcome {
        var node = node
        var frame = frame
        let depthBefore = depth
        defer { depth = depthBefore }
        while node >= 0 {
            switch code.nodes[Int(node)] {
            case .condition(let condition, let then, let otherwise):
                try enter()
                node = try boolean(evaluate(condition, input, frame)) ? then : otherwise
            case .block(let block):
                try enter()
                let form = code.blocks[Int(block)]
                guard let last = form.parts.last else { return .value(.undefined) }
                if form.hasFrame { frame = Frame(in: frame) }
                for part in form.parts.dropLast() { _ = try evaluate(part, input, frame) }
                node = last
            case .call(let call):
                try enter()
                return .tailCall(call, input: input, frame: frame)
            default: return .value(try evaluate(node, input, frame))
            }
        }
        return .value(.undefined)
    }

    private func enter() throws(JSONataError) {
        depth += 1
        guard depth <= limits.depth else { throw .tooDeep }
        try spend(1)
    }
}
