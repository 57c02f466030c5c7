import JSONTree

extension Evaluator {
    /// Evaluates a call.
    ///
    /// - Parameter first: What `~>` hands over as the first argument.
    func call(_ number: Int32, _ input: Value, _ frame: Frame?, first: Value? = nil) throws(JSONataError) -> Value {
        if let builtin = builtin(number) {
            let arguments = try self.arguments(number, input, frame, first: first)
            do throws(JSONataError) { return try call(builtin, arguments, context: input) } catch {
                throw placed(error, code.calls[Int(number)])
            }
        }
        let form = code.calls[Int(number)]
        let function = try evaluate(form.function, input, frame)
        try hint("T1005", form, function, frame)
        let arguments = try self.arguments(number, input, frame, first: first)
        do throws(JSONataError) {
            guard case .function(let function) = function else { throw JSONataError("T1006") }
            return try call(function, arguments, context: input)
        } catch {
            throw placed(error, form)
        }
    }

    /// The function of the language a call certainly means.
    private func builtin(_ number: Int32) -> Builtin? {
        let reference = Int(code.calls[Int(number)].reference)
        guard reference >= 0, case .none = bindings[reference] else { return nil }
        return code.referenceBuiltins[reference]
    }

    /// An error that says where the call is and what it calls, unless it says so already.
    private func placed(_ error: JSONataError, _ form: Form.Call) -> JSONataError {
        var error = error
        if error.position == nil { error.position = Int(form.position) }
        if error.token == nil { error.token = form.name }
        return error
    }

    /// Helps those who forgot the dollar sign of a function.
    private func hint(_ code: String, _ form: Form.Call, _ function: Value, _ frame: Frame?) throws(JSONataError) {
        guard function.isUndefined, form.field >= 0 else { return }
        let name = self.code.fields[Int(form.field)]
        let isBound = self.code.names.indices.contains { number in
            self.code.names[number].text == name && !variable(Int32(number), frame).isUndefined
        }
        guard isBound || Builtin(name) != nil else { return }
        throw JSONataError(code, position: Int(form.position), token: name)
    }

    /// The function and the arguments of a call that takes its caller's place.
    func tailCall(_ number: Int32, _ input: Value, _ frame: Frame?) throws(JSONataError) -> (Function, [Value]) {
        let form = code.calls[Int(number)]
        let value = try evaluate(form.function, input, frame)
        try hint("T1005", form, value, frame)
        let arguments = try self.arguments(number, input, frame, first: nil)
        guard case .function(let function) = value else { throw placed(JSONataError("T1006"), form) }
        return (function, arguments)
    }

    /// Read in place: a copy of the call would count references.
    private func arguments(_ number: Int32, _ input: Value, _ frame: Frame?, first: Value?) throws(JSONataError)
        -> [Value]
    {
        var arguments: [Value] = []
        let count = code.calls[Int(number)].arguments.count
        arguments.reserveCapacity(count + 1)
        if let first { arguments.append(first) }
        for position in 0..<count {
            arguments.append(try evaluate(code.calls[Int(number)].arguments[position], input, frame))
        }
        return arguments
    }

    /// `a ~> b`
    func apply(_ left: NodeID, _ right: NodeID, _ position: Int, _ input: Value, _ frame: Frame?) throws(JSONataError)
        -> Value
    {
        let value = try evaluate(left, input, frame)
        if case .call(let call) = code.nodes[Int(right)] { return try self.call(call, input, frame, first: value) }
        guard case .function(let function) = try evaluate(right, input, frame) else {
            throw JSONataError("T2006", position: position, token: "~>")
        }
        if case .function(let first) = value { return .function(try checked(Function(.chain(first, function)))) }
        return try call(function, [value], context: .null)
    }

    /// `$f(a, ?)`
    func partial(_ number: Int32, _ input: Value, _ frame: Frame?) throws(JSONataError) -> Value {
        let form = code.calls[Int(number)]
        var arguments: [Value?] = []
        for argument in form.arguments { arguments.append(argument < 0 ? nil : try evaluate(argument, input, frame)) }
        let value = try evaluate(form.function, input, frame)
        try hint("T1007", form, value, frame)
        guard case .function(let function) = value else {
            throw JSONataError("T1008", position: Int(form.position), token: form.name)
        }
        return .function(try checked(Function(.partial(function, arguments: arguments))))
    }

    /// Calls a function; a sequence stays one.
    func call(_ function: Function, _ arguments: [Value], context: Value) throws(JSONataError) -> Value {
        callDepth += 1
        defer { callDepth -= 1 }
        guard callDepth <= limits.depth else { throw .tooDeep }
        guard stack.isLow else { return try perform(function, arguments, context) }
        return try stack.continued { () throws(JSONataError) in try self.perform(function, arguments, context) }
    }

    private func perform(_ function: Function, _ arguments: [Value], _ context: Value) throws(JSONataError) -> Value {
        switch function.kind {
        case .lambda: return try run(function, arguments, context)
        case .builtin(let builtin): return try call(builtin, arguments, context: context)
        case .partial(let inner, let given): return try call(inner, filled(given, arguments, inner), context: context)
        case .chain(let one, let other):
            return try call(other, [dissolved(call(one, arguments, context: context))], context: context)
        case .pattern(let pattern): return try match(pattern, arguments)
        case .nextMatch(let pattern, let text, let start): return try nextMatch(pattern, text, start)
        case .transform(let transform, let frame):
            return try self.transform(transform, Self.transformSignature.validated(arguments, context, self), frame)
        }
    }

    private func dissolved(_ value: Value) -> Value {
        guard case .list(let list) = value, list.isSequence, !list.marks.contains(.keepsSingleton) else { return value }
        return list.items.isEmpty ? .undefined : list.items.count == 1 ? list.items[0] : value
    }

    /// The arguments given before, with those given now in the open places.
    private func filled(_ given: [Value?], _ arguments: [Value], _ function: Function) -> [Value] {
        var rest = arguments[...]
        var all: [Value] = []
        for value in given { all.append(value ?? rest.popFirst() ?? .undefined) }
        while all.count > arity(function), let last = all.last, last.isUndefined { all.removeLast() }
        return all
    }

    /// How many arguments a function makes use of.
    func arity(_ function: Function) -> Int {
        switch function.kind {
        case .lambda(let lambda, _, _): code.lambdas[Int(lambda)].parameters.count
        case .builtin(let builtin): builtin.arity
        case .partial(_, let arguments): arguments.count { $0 == nil }
        case .chain, .transform: 1
        case .pattern: 2
        case .nextMatch: 0
        }
    }

    private static let transformSignature = Signature(known: "<(oa):o>")
}
