/// Tells, while an expression is walked in order, which variables it reads before or without binding them itself.
struct ScopeTracker {
    /// A variable that was not bound where it was read.
    private struct Read {
        let read: VariableRead
        let functionDepth: Int
    }

    private struct Scope {
        var bound: Set<String> = []
        var reads: [Read] = []
        let functionDepth: Int
    }

    private var scopes = [Scope(functionDepth: 0)]
    private var functionDepth = 0

    /// Enters a block, a path or, with its parameters, a function.
    mutating func open(parameters: [String]? = nil) {
        if parameters != nil { functionDepth += 1 }
        scopes.append(Scope(bound: Set(parameters ?? []), functionDepth: functionDepth))
    }

    /// Leaves what was entered last.
    ///
    /// - Parameter isKept: Whether what was bound inside stays known outside.
    mutating func close(isFunction: Bool = false, isKept: Bool = false) {
        if isFunction { functionDepth -= 1 }
        guard scopes.count > 1, let scope = scopes.popLast(), let last = scopes.indices.last else { return }
        scopes[last].reads += unbound(in: scope)
        if isKept { scopes[last].bound.formUnion(scope.bound) }
    }

    /// Notes that a name is bound from here on.
    mutating func bind(_ name: String) { scopes[scopes.count - 1].bound.insert(name) }

    /// Notes that a name is read.
    mutating func read(_ read: VariableRead) {
        guard !scopes.contains(where: { $0.bound.contains(read.name) }) else { return }
        scopes[scopes.count - 1].reads.append(Read(read: read, functionDepth: functionDepth))
    }

    /// What the caller has to bind, in the order of the text.
    var free: [VariableRead] {
        unbound(in: scopes[0]).map(\.read).sorted { $0.position < $1.position }
    }

    /// A function may read what is bound after it was written, since it is called later; others may not.
    private func unbound(in scope: Scope) -> [Read] {
        scope.reads.filter { !(scope.bound.contains($0.read.name) && $0.functionDepth > scope.functionDepth) }
    }
}
