extension Resolver {
    /// Hands parents that a part asks for on to its owner.
    func pass(_ part: SyntaxNode, to owner: SyntaxNode) {
        owner.seeking += part.seeking
        if let slot = part.parentSlot { owner.seeking.append(slot) }
    }

    /// Finds, among the steps of a path, those whose inputs its last step asks for.
    func findParents(of path: SyntaxNode) throws(JSONataError) {
        let steps = path.steps
        guard let last = steps.last else { return }
        for slot in last.seeking + (last.parentSlot.map { [$0] } ?? []) {
            var position = steps.count - 2
            while slot.level > 0 {
                guard position >= 0 else {
                    path.seeking.append(slot)
                    break
                }
                var step = steps[position]
                position -= 1
                // Of steps that all bind variables to the results of one step, the first counts.
                while position >= 0, step.focus != nil, steps[position].focus != nil {
                    step = steps[position]
                    position -= 1
                }
                _ = try seek(slot, in: step)
            }
        }
    }

    /// Looks for what a parent names in a part.
    ///
    /// - Returns: Whether it was found.
    func seek(_ slot: AncestorSlot, in node: SyntaxNode) throws(JSONataError) -> Bool {
        switch node.kind {
        case .name, .wildcard:
            slot.level -= 1
            guard slot.level == 0 else { return false }
            if let known = node.ancestor { slot.label = known.label }
            node.ancestor = slot
            node.isTuple = true
        case .parent: slot.level += 1
        case .block(let parts):
            guard let last = parts.last else { return false }
            node.isTuple = true
            return try seek(slot, in: last)
        case .path(let steps):
            node.isTuple = true
            for step in steps.reversed() where try seek(slot, in: step) { return true }
        default: throw JSONataError("S0217", position: node.position, token: node.token)
        }
        return slot.level == 0
    }
}
