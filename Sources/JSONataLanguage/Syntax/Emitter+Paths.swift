extension Emitter {
    /// A path; one that is nothing but a variable or a field is just that.
    func path(_ steps: [SyntaxNode], _ node: SyntaxNode) throws(JSONataError) -> Node {
        scopes.open()
        var form = Form.Path(keepsSingleton: node.keepsSingletonArray, isTuple: node.isTuple)
        var rest = steps[...]
        if let fused = try statesField(steps) {
            form.steps.append(fused)
            rest = rest.dropFirst(2)
        }
        for step in rest {
            if form.steps.isEmpty {
                form.steps.append(try self.step(step, following: rest.dropFirst()))
            } else {
                form.steps.append(try inside { () throws(JSONataError) in try self.step(step) })
            }
        }
        if let group = node.group {
            form.group = try inside { () throws(JSONataError) in try self.group(group, at: node.groupPosition) }
        }
        scopes.close(isKept: node.isTuple)
        form.names = plainNames(form)
        parts.paths.append(form)
        return .path(Int32(parts.paths.count - 1))
    }

    /// `$states.input` and the like as one step.
    private func statesField(_ steps: [SyntaxNode]) throws(JSONataError) -> Form.Step? {
        guard steps.count > 1, case .variable("states") = steps[0].kind, !isBound("states"), isPlain(steps[0]),
            case .name(let field) = steps[1].kind
        else { return nil }
        let path = fields(following: steps.dropFirst())
        scopes.read(VariableRead(name: "states", path: path, position: steps[0].position))
        let node = add(.external(reference(VariableReference(name: "states", field: field))))
        return try inside { () throws(JSONataError) in
            var form = try self.marks(of: steps[1])
            form.node = node
            form.isVariable = true
            return form
        }
    }

    private func step(_ step: SyntaxNode, following: ArraySlice<SyntaxNode> = []) throws(JSONataError) -> Form.Step {
        if case .sort(let terms) = step.kind { return try sort(terms, step) }
        let node: NodeID
        switch step.kind {
        case .variable(let name) where step.predicates.isEmpty && step.group == nil:
            node = add(variable(name, path: isPlain(step) ? fields(following: following) : [], at: step.position))
        case .name(let name) where step.predicates.isEmpty && step.group == nil:
            if isAtTop { facts.fieldUses.append(step.position) }
            node = add(.name(number(ofField: name)))
        default: node = try emit(step)
        }
        var form = try inside { () throws(JSONataError) in try self.marks(of: step) }
        form.node = node
        if case .variable = step.kind { form.isVariable = true }
        return form
    }

    /// What a step does besides its expression.
    private func marks(of step: SyntaxNode) throws(JSONataError) -> Form.Step {
        var form = Form.Step(isTuple: step.isTuple, isConstructed: step.isConstructed)
        if let name = step.focus {
            form.focus = number(ofName: name)
            scopes.bind(name)
        }
        if let name = step.index {
            form.index = number(ofName: name)
            scopes.bind(name)
        }
        if let slot = step.ancestor { form.ancestor = number(ofLabel: slot) }
        for stage in step.stages {
            switch stage {
            case .filter(let predicate): form.stages.append(.filter(try emit(predicate)))
            case .index(let name):
                scopes.bind(name)
                form.stages.append(.index(number(ofName: name)))
            }
        }
        return form
    }

    private func sort(_ terms: [SyntaxNode.SortTerm], _ step: SyntaxNode) throws(JSONataError) -> Form.Step {
        var sort = Form.Sort(position: Int32(step.position))
        for term in terms { sort.terms.append((try emit(term.expression), term.isDescending)) }
        parts.sorts.append(sort)
        let number = Int32(parts.sorts.count - 1)
        var form = try marks(of: step)
        form.sort = number
        return form
    }

    /// The fields that follow directly.
    private func fields(following steps: ArraySlice<SyntaxNode>) -> [String] {
        var fields: [String] = []
        for step in steps {
            guard case .name(let name) = step.kind else { break }
            fields.append(name)
            guard isPlain(step) else { break }
        }
        return fields
    }

    /// Whether a step is its expression and nothing else.
    private func isPlain(_ step: SyntaxNode) -> Bool {
        !step.isFiltered && step.group == nil && !step.isTuple && step.focus == nil && step.index == nil
    }

    private func plainNames(_ form: Form.Path) -> [Int32]? {
        guard !form.keepsSingleton, !form.isTuple, form.group < 0, let first = form.steps.first else { return nil }
        guard form.steps.allSatisfy({ $0.stages.isEmpty && !$0.isTuple && $0.sort < 0 && !$0.isConstructed }) else {
            return nil
        }
        guard form.steps.allSatisfy({ $0.focus < 0 && $0.index < 0 && $0.ancestor < 0 }) else { return nil }
        var names: [Int32] = []
        switch parts.nodes[Int(first.node)] {
        case .context, .root, .variable, .external: break
        case .name(let name): names.append(name)
        default: return nil
        }
        for step in form.steps.dropFirst() {
            guard case .name(let name) = parts.nodes[Int(step.node)] else { return nil }
            names.append(name)
        }
        return names
    }
}
