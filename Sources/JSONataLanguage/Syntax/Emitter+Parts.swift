extension Emitter {
    /// A part without what is attached to it.
    func part(_ node: SyntaxNode) throws(JSONataError) -> Node {
        let place = Int32(node.position)
        switch node.kind {
        case .name(let name): return .name(number(ofField: name))
        case .variable(let name): return variable(name, at: node.position)
        case .string(let text): return literal(.text(text))
        case .number(let value): return literal(.number(value))
        case .bool(let value): return literal(.bool(value))
        case .null: return literal(.null)
        case .pattern(let source, let flags): return try pattern(source, flags, at: place)
        case .wildcard: return .wildcard
        case .descendants: return .descendants
        case .parent(let slot): return .parent(number(ofLabel: slot))
        case .path(let steps): return try path(steps, node)
        case .binary(let symbol, let left, let right):
            let left = try emit(left)
            return .binary(symbol, left, try emit(right), position: place)
        case .negation(let operand): return .negation(try emit(operand), position: place)
        case .array(let items): return try array(items, node)
        case .object(let pairs):
            return .object(try group(pairs, at: node.position))
        case .block(let parts): return try block(parts)
        case .condition(let condition, let then, let otherwise):
            let (condition, then) = (try emit(condition), try emit(then))
            return .condition(condition, then, try otherwise.map(emit) ?? -1)
        case .bind(let name, let value):
            let value = try emit(value)
            scopes.bind(name)
            hasBinding = true
            return .bind(number(ofName: name), value)
        case .call(let function, let arguments, let isPartial):
            return try call(function, arguments, isPartial: isPartial, at: place)
        case .lambda(let parameters, let signature, let body): return try lambda(parameters, signature, body)
        case .apply(let left, let right):
            let left = try emit(left)
            // A call on the right is made as it is: jsonata passes over predicates behind it.
            if case .call(_, _, isPartial: false) = right.kind {
                return .apply(left, add(try part(right)), position: place)
            }
            return .apply(left, try emit(right), position: place)
        case .transform(let pattern, let update, let delete):
            return try transform(pattern, update, delete, at: place)
        default: throw JSONataError("S0206", position: node.position, token: node.token)
        }
    }

    private func pattern(_ source: String, _ flags: String, at place: Int32) throws(JSONataError) -> Node {
        do throws(JSPatternError) {
            let pattern = try JSPattern(source, flags: flags)
            parts.patterns.append(Form.Pattern(pattern: pattern, source: source, position: place))
        } catch {
            throw JSONataError(
                "S0303", position: Int(place), token: source, message: "Invalid regular expression: /\(source)/")
        }
        return .pattern(Int32(parts.patterns.count - 1))
    }

    private func array(_ items: [SyntaxNode], _ node: SyntaxNode) throws(JSONataError) -> Node {
        var form = Form.Array(isConstructed: node.isConstructed)
        for item in items {
            let isArray = if case .array = item.kind { true } else { false }
            form.items.append((try emit(item), isArray))
        }
        parts.arrays.append(form)
        return .array(Int32(parts.arrays.count - 1))
    }

    /// The number of an object's or a group's pairs.
    func group(_ pairs: [SyntaxNode.Pair], at place: Int) throws(JSONataError) -> Int32 {
        var form = Form.Group(position: Int32(place))
        for pair in pairs {
            let key = try emit(pair.key)
            form.pairs.append((key, try emit(pair.value)))
        }
        form.literalKeys = literalKeys(pairs)
        parts.groups.append(form)
        return Int32(parts.groups.count - 1)
    }

    private func literalKeys(_ pairs: [SyntaxNode.Pair]) -> [String]? {
        var keys: [String] = []
        for pair in pairs {
            guard case .string(let key) = pair.key.kind, pair.key.predicates.isEmpty, pair.key.group == nil else {
                return nil
            }
            keys.append(key)
        }
        return Set(keys.map { CodeUnitKey($0) }).count == keys.count ? keys : nil
    }

    private func block(_ items: [SyntaxNode]) throws(JSONataError) -> Node {
        let hadBinding = hasBinding
        hasBinding = false
        scopes.open()
        var form = Form.Block()
        for item in items { form.parts.append(try emit(item)) }
        scopes.close()
        form.hasFrame = hasBinding
        hasBinding = hadBinding
        parts.blocks.append(form)
        return .block(Int32(parts.blocks.count - 1))
    }

    private func call(_ function: SyntaxNode, _ arguments: [SyntaxNode], isPartial: Bool, at place: Int32)
        throws(JSONataError) -> Node
    {
        var form = Form.Call(position: place)
        for argument in arguments {
            if case .placeholder = argument.kind {
                form.arguments.append(-1)
            } else {
                form.arguments.append(try emit(argument))
            }
        }
        form.function = try emit(function)
        form.name = function.token
        if let step = function.steps.first {
            form.name = step.token
            if case .name(let name) = step.kind { form.field = number(ofField: name) }
        }
        if case .external(let reference) = parts.nodes[Int(form.function)] { form.reference = reference }
        parts.calls.append(form)
        return isPartial ? .partial(Int32(parts.calls.count - 1)) : .call(Int32(parts.calls.count - 1))
    }

    private func lambda(_ parameters: [String], _ signature: Signature?, _ body: SyntaxNode) throws(JSONataError)
        -> Node
    {
        let hadBinding = hasBinding
        scopes.open(parameters: parameters)
        var form = Form.Lambda(parameters: parameters.map { number(ofName: $0) }, signature: signature)
        form.body = try emit(body)
        scopes.close(isFunction: true)
        hasBinding = hadBinding
        parts.lambdas.append(form)
        return .lambda(Int32(parts.lambdas.count - 1))
    }

    private func transform(_ pattern: SyntaxNode, _ update: SyntaxNode, _ delete: SyntaxNode?, at place: Int32)
        throws(JSONataError) -> Node
    {
        let form = try inside { () throws(JSONataError) in
            var form = Form.Transform(position: place)
            form.pattern = try self.emit(pattern)
            form.update = try self.emit(update)
            form.updatePosition = Int32(update.position)
            if let delete {
                form.delete = try self.emit(delete)
                form.deletePosition = Int32(delete.position)
            }
            return form
        }
        parts.transforms.append(form)
        return .transform(Int32(parts.transforms.count - 1))
    }
}
