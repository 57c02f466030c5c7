/// Numbers the parts of a resolved expression.
final class Emitter {
    /// What has been put together.
    var parts = Instructions.Parts()
    /// What has been found out.
    var facts = ExpressionFacts()
    /// Which variables are the expression's own.
    var scopes = ScopeTracker()
    /// Whether the context is the input of the whole expression here.
    var isAtTop = true
    /// Whether a variable has been bound in the innermost block or function.
    var hasBinding = false
    private let boundNames: Set<String>
    private var nameNumbers: [String: Int32] = [:]
    private var fieldNumbers: [CodeUnitKey: Int32] = [:]
    private var referenceNumbers: [VariableReference: Int32] = [:]
    private let stack = NativeStack()

    private init(_ boundNames: Set<String>) { self.boundNames = boundNames }

    /// Numbers a whole expression.
    static func emit(_ node: SyntaxNode, boundNames: Set<String>) throws(JSONataError) -> (
        Instructions, ExpressionFacts
    ) {
        let emitter = Emitter(boundNames)
        emitter.parts.start = try emitter.emit(node)
        emitter.parts.needsFrame = emitter.hasBinding
        emitter.facts.reads = emitter.scopes.free
        for read in emitter.facts.reads {
            guard boundNames.contains(read.name) else { continue }
            let name = Int(emitter.number(ofName: read.name))
            emitter.parts.names[name].reference = emitter.reference(VariableReference(name: read.name))
        }
        emitter.facts.reads.removeAll { Builtin($0.name) != nil && !$0.name.isEmpty }
        return (Instructions(emitter.parts), emitter.facts)
    }

    /// Numbers a part with what is attached to it.
    func emit(_ node: SyntaxNode) throws(JSONataError) -> NodeID {
        if stack.isLow {
            return try stack.continued { () throws(JSONataError) in try self.decorated(node) }
        }
        return try decorated(node)
    }

    private func decorated(_ node: SyntaxNode) throws(JSONataError) -> NodeID {
        let inner = add(try part(node))
        let hasGroup = node.group != nil && !node.isPath
        let keepsArray = node.keepsArray && !node.keepsSingletonArray
        guard !node.predicates.isEmpty || hasGroup || keepsArray else { return inner }
        var form = Form.Decoration(node: inner, keepsArray: node.keepsArray)
        form.predicates = try inside { () throws(JSONataError) in
            var predicates: [NodeID] = []
            for predicate in node.predicates { predicates.append(try self.emit(predicate)) }
            return predicates
        }
        if hasGroup {
            form.group = try inside { () throws(JSONataError) in
                try self.group(node.group ?? [], at: node.groupPosition)
            }
        }
        parts.decorations.append(form)
        return add(.decorated(Int32(parts.decorations.count - 1)))
    }

    /// Appends a part.
    func add(_ node: Node) -> NodeID {
        parts.nodes.append(node)
        return NodeID(parts.nodes.count - 1)
    }

    /// Emits what is evaluated with another context.
    func inside<Result>(_ body: () throws(JSONataError) -> Result) throws(JSONataError) -> Result {
        let wasAtTop = isAtTop
        defer { isAtTop = wasAtTop }
        isAtTop = false
        return try body()
    }

    /// The number of a value.
    func literal(_ value: Instructions.Literal) -> Node {
        parts.literals.append(value)
        return .literal(Int32(parts.literals.count - 1))
    }

    /// The number of a field's name.
    func number(ofField name: String) -> Int32 {
        let key = CodeUnitKey(name)
        if let number = fieldNumbers[key] { return number }
        parts.fields.append(name)
        fieldNumbers[key] = Int32(parts.fields.count - 1)
        return Int32(parts.fields.count - 1)
    }

    /// The number of a variable's name.
    func number(ofName name: String) -> Int32 {
        if let number = nameNumbers[name] { return number }
        parts.names.append(Instructions.Name(text: name, builtin: Builtin(name)))
        nameNumbers[name] = Int32(parts.names.count - 1)
        return Int32(parts.names.count - 1)
    }

    /// The number of the name under which a step binds its input.
    func number(ofLabel slot: AncestorSlot) -> Int32 { number(ofName: "%\(slot.label)") }

    /// The number of a variable of the caller.
    func reference(_ reference: VariableReference) -> Int32 {
        if let number = referenceNumbers[reference] { return number }
        parts.references.append(reference)
        parts.referenceBuiltins.append(reference.field == nil ? Builtin(reference.name) : nil)
        referenceNumbers[reference] = Int32(parts.references.count - 1)
        return Int32(parts.references.count - 1)
    }

    /// A variable, and what follows it directly.
    func variable(_ name: String, path: [String] = [], at position: Int) -> Node {
        switch name {
        case "":
            if isAtTop { facts.inputUses.append(position) }
            return .context
        case "$":
            facts.rootUses.append(position)
            return .root
        default: break
        }
        scopes.read(VariableRead(name: name, path: path, position: position))
        if Builtin(name) != nil, !facts.functions.contains(name) { facts.functions.append(name) }
        if boundNames.contains(name) { return .variable(number(ofName: name)) }
        return .external(reference(VariableReference(name: name)))
    }

    /// Whether the expression binds a name somewhere.
    func isBound(_ name: String) -> Bool { boundNames.contains(name) }
}
