extension Resolver {
    /// Resolves what is below a part that stays what it is.
    func form(_ node: SyntaxNode) throws(JSONataError) -> SyntaxNode {
        switch node.kind {
        case .binary(let symbol, let left, let right):
            let (left, right) = (try below(left, node), try below(right, node))
            node.kind = .binary(symbol, left, right)
        case .bind(let name, let value):
            bind(name)
            node.kind = .bind(name, try below(value, node))
        case .apply(let left, let right):
            let (left, right) = (try resolve(left), try resolve(right))
            node.kind = .apply(left, right)
            if left.keepsArray || right.keepsArray { node.keepsArray = true }
        case .array(let items): node.kind = .array(try below(items, node))
        case .object(let pairs): node.kind = .object(try below(pairs, node))
        case .block(let parts): try block(parts, node)
        case .call(let function, let arguments, let isPartial):
            let arguments = try below(arguments, node)
            node.kind = .call(try resolve(function), arguments, isPartial: isPartial)
        case .lambda(let parameters, let signature, let body):
            for name in parameters { bind(name) }
            node.kind = .lambda(parameters, signature: signature, body: try resolve(body))
        case .condition(let condition, let then, let otherwise):
            let condition = try below(condition, node)
            let then = try below(then, node)
            let otherwise: SyntaxNode? = if let otherwise { try below(otherwise, node) } else { nil }
            node.kind = .condition(condition, then: then, otherwise: otherwise)
        case .transform(let pattern, let update, let delete):
            let delete: SyntaxNode? = if let delete { try resolve(delete) } else { nil }
            node.kind = .transform(try resolve(pattern), update: try resolve(update), delete: delete)
        default: break
        }
        return node
    }

    private func block(_ parts: [SyntaxNode], _ node: SyntaxNode) throws(JSONataError) {
        let parts = try below(parts, node)
        node.isConstructed = parts.contains { $0.isConstructed || $0.steps.first?.isConstructed ?? false }
        node.kind = .block(parts)
    }

    /// Resolves a part whose parents may lie above its owner.
    private func below(_ part: SyntaxNode, _ owner: SyntaxNode) throws(JSONataError) -> SyntaxNode {
        let part = try resolve(part)
        pass(part, to: owner)
        return part
    }

    private func below(_ parts: [SyntaxNode], _ owner: SyntaxNode) throws(JSONataError) -> [SyntaxNode] {
        var resolved: [SyntaxNode] = []
        for part in parts { resolved.append(try below(part, owner)) }
        return resolved
    }

    private func below(_ pairs: [SyntaxNode.Pair], _ owner: SyntaxNode) throws(JSONataError) -> [SyntaxNode.Pair] {
        var resolved: [SyntaxNode.Pair] = []
        for pair in pairs {
            let key = try below(pair.key, owner)
            resolved.append(SyntaxNode.Pair(key: key, value: try below(pair.value, owner)))
        }
        return resolved
    }
}
