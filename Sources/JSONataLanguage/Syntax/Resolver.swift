import JSONTree

/// Turns an expression as it was written into paths of steps, and finds what each `%` names.
///
/// Source: docs.jsonata.org, "Path operators", "Processing model"; errors as jsonata 2.0.6 raises them.
final class Resolver {
    private let tree: SyntaxTree
    private let stack = NativeStack()
    /// Every name that the expression itself binds somewhere.
    private(set) var boundNames: Set<String> = []

    private init(_ tree: SyntaxTree) { self.tree = tree }

    /// Resolves a whole expression.
    ///
    /// - Returns: The resolved expression, and every name that it binds somewhere.
    static func resolve(_ node: SyntaxNode, in tree: SyntaxTree) throws(JSONataError) -> (SyntaxNode, Set<String>) {
        let resolver = Resolver(tree)
        let result = try resolver.resolve(node)
        guard result.parentSlot == nil, result.seeking.isEmpty else {
            throw JSONataError("S0217", position: result.position, token: result.token)
        }
        return (result, resolver.boundNames)
    }

    /// Resolves a part.
    func resolve(_ node: SyntaxNode) throws(JSONataError) -> SyntaxNode {
        let result: SyntaxNode
        if stack.isLow {
            result = try stack.continued { () throws(JSONataError) in try self.resolved(node) }
        } else {
            result = try resolved(node)
        }
        if node.keepsArray { result.keepsArray = true }
        return result
    }

    private func resolved(_ node: SyntaxNode) throws(JSONataError) -> SyntaxNode {
        switch node.kind {
        case .end: throw JSONataError("S0207", position: node.position, token: node.token)
        case .name, .word: return try field(node)
        case .map(let left, let right): return try map(left, right, at: node.position)
        case .filter(let left, let predicate): return try filter(left, predicate, at: node.position)
        case .group(let left, let pairs): return try group(left, pairs, at: node.position)
        case .order(let left, let terms): return try order(left, terms, at: node.position)
        case .focus(let left, let name): return try focus(left, name, of: node)
        case .index(let left, let name): return try index(left, name)
        case .negation(let operand): return try negation(operand, at: node.position)
        default: return try form(node)
        }
    }

    private func field(_ node: SyntaxNode) throws(JSONataError) -> SyntaxNode {
        if case .word(let symbol) = node.kind { node.kind = .name(symbol.rawValue) }
        let path = try tree.node(.path([node]), at: node.position)
        path.keepsSingletonArray = node.keepsArray
        return path
    }

    private func map(_ left: SyntaxNode, _ right: SyntaxNode, at place: Int) throws(JSONataError) -> SyntaxNode {
        let first = try resolve(left)
        let path = first.isPath ? first : try tree.node(.path([first]), at: place)
        if let slot = first.parentSlot { path.seeking = [slot] }
        let rest = try resolve(right)
        let added: [SyntaxNode]
        if rest.isPath {
            added = rest.steps
        } else {
            rest.stages = rest.predicates.map { .filter($0) }
            rest.predicates = []
            added = [rest]
        }
        let steps = path.steps + added
        for step in first.isPath ? added : steps { try makeStep(step) }
        path.kind = .path(steps)
        if steps.contains(where: \.keepsArray) { path.keepsSingletonArray = true }
        if let first = steps.first, case .array = first.kind { first.isConstructed = true }
        if let last = steps.last, case .array = last.kind { last.isConstructed = true }
        try findParents(of: path)
        return path
    }

    /// A string in a path is a field; other literals cannot be steps.
    private func makeStep(_ step: SyntaxNode) throws(JSONataError) {
        switch step.kind {
        case .string(let name): step.kind = .name(name)
        case .number(let value): throw JSONataError("S0213", position: step.position, value: .double(value))
        case .bool(let value): throw JSONataError("S0213", position: step.position, value: .bool(value))
        case .null: throw JSONataError("S0213", position: step.position, value: .null)
        default: break
        }
    }

    private func filter(_ left: SyntaxNode, _ predicate: SyntaxNode, at place: Int) throws(JSONataError) -> SyntaxNode {
        let result = try resolve(left)
        let step = result.steps.last ?? result
        guard step.group == nil else { throw JSONataError("S0209", position: place) }
        let predicate = try resolve(predicate)
        if !predicate.seeking.isEmpty {
            for slot in predicate.seeking {
                if slot.level == 1 { _ = try seek(slot, in: step) } else { slot.level -= 1 }
            }
            pass(predicate, to: step)
        }
        if result.isPath { step.stages.append(.filter(predicate)) } else { step.predicates.append(predicate) }
        return result
    }

    private func group(_ left: SyntaxNode, _ pairs: [SyntaxNode.Pair], at place: Int) throws(JSONataError) -> SyntaxNode
    {
        let result = try resolve(left)
        guard result.group == nil else { throw JSONataError("S0210", position: place) }
        var resolved: [SyntaxNode.Pair] = []
        for pair in pairs {
            resolved.append(SyntaxNode.Pair(key: try resolve(pair.key), value: try resolve(pair.value)))
        }
        result.group = resolved
        result.groupPosition = place
        return result
    }

    private func order(_ left: SyntaxNode, _ terms: [SyntaxNode.SortTerm], at place: Int) throws(JSONataError)
        -> SyntaxNode
    {
        let result = try resolve(left)
        let path = result.isPath ? result : try tree.node(.path([result]), at: place)
        var resolved: [SyntaxNode.SortTerm] = []
        let step = try tree.node(.sort([]), at: place)
        for term in terms {
            let expression = try resolve(term.expression)
            pass(expression, to: step)
            resolved.append(SyntaxNode.SortTerm(expression: expression, isDescending: term.isDescending))
        }
        step.kind = .sort(resolved)
        path.kind = .path(path.steps + [step])
        try findParents(of: path)
        return path
    }

    private func focus(_ left: SyntaxNode, _ name: String, of node: SyntaxNode) throws(JSONataError) -> SyntaxNode {
        let result = try resolve(left)
        let step = result.steps.last ?? result
        guard !step.isFiltered else { throw JSONataError("S0215", position: node.position) }
        if case .sort = step.kind { throw JSONataError("S0216", position: node.position) }
        if node.keepsArray { step.keepsArray = true }
        step.focus = name
        step.isTuple = true
        boundNames.insert(name)
        return result
    }

    private func index(_ left: SyntaxNode, _ name: String) throws(JSONataError) -> SyntaxNode {
        var result = try resolve(left)
        let step = result.steps.last ?? result
        if !result.isPath {
            result = try tree.node(.path([step]), at: step.position)
            step.stages = step.predicates.map { .filter($0) }
            step.predicates = []
        }
        if step.stages.isEmpty { step.index = name } else { step.stages.append(.index(name)) }
        step.isTuple = true
        boundNames.insert(name)
        return result
    }

    private func negation(_ operand: SyntaxNode, at place: Int) throws(JSONataError) -> SyntaxNode {
        let operand = try resolve(operand)
        if case .number(let value) = operand.kind {
            operand.kind = .number(-value)
            return operand
        }
        let result = try tree.node(.negation(operand), at: place)
        pass(operand, to: result)
        return result
    }

    /// Notes that the expression binds a name.
    func bind(_ name: String) { boundNames.insert(name) }
}
