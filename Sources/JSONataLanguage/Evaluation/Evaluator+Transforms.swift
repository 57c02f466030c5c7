import JSONTree

extension Evaluator {
    /// Applies a transform to its argument.
    func transform(_ number: Int32, _ arguments: [Value], _ frame: Frame?) throws(JSONataError) -> Value {
        let form = code.transforms[Int(number)]
        guard let argument = arguments.first, !argument.isUndefined else { return .undefined }
        transforms += 1
        let owner = transforms
        let result = try clone(argument, owner, form, frame)
        let matches = try evaluate(form.pattern, result, frame)
        if matches.isUndefined { return result }
        for match in matches.asItems {
            try update(match, owner, form, frame)
            if form.delete >= 0 { try delete(from: match, owner, form, frame) }
        }
        guard try measure(result) <= Limits.valueDepthMax else { throw .tooDeep }
        return result
    }

    /// The argument as `$clone` copies it, which an expression may have bound to something else.
    private func clone(_ argument: Value, _ owner: Int, _ form: Form.Transform, _ frame: Frame?) throws(JSONataError)
        -> Value
    {
        guard let name = code.names.firstIndex(where: { $0.text == "clone" }), let value = frame?.value(of: Int32(name))
        else { return try copy(argument, owner: owner) }
        guard case .function(let function) = value else { throw JSONataError("T2013", position: Int(form.position)) }
        return try copy(call(function, [argument], context: .null), owner: owner)
    }

    private func update(_ match: Value, _ owner: Int, _ form: Form.Transform, _ frame: Frame?) throws(JSONataError) {
        let update = try evaluate(form.update, match, frame)
        if update.isUndefined { return }
        guard case .record(let changes) = update else {
            throw JSONataError("T2011", position: Int(form.updatePosition), value: json(update))
        }
        guard case .record(let record) = match, record.owner == owner else { return }
        var members = record.members
        for position in 0..<changes.count {
            members[changes.key(at: position)] = try copy(changes.value(at: position), owner: 0)
        }
        record.replace(members)
        guard record.depth <= 2 * Limits.valueDepthMax else { throw .tooDeep }
    }

    private func delete(from match: Value, _ owner: Int, _ form: Form.Transform, _ frame: Frame?) throws(JSONataError) {
        let value = try evaluate(form.delete, match, frame)
        if value.isUndefined { return }
        var keys: [String] = []
        for item in value.asItems {
            guard case .text(let key) = item else {
                throw JSONataError("T2012", position: Int(form.deletePosition), value: json(value))
            }
            keys.append(key)
        }
        guard case .record(let record) = match, record.owner == owner else { return }
        var members = record.members
        for key in keys { members[key] = nil }
        record.replace(members)
    }

    /// A copy that shares nothing with its original. As `$clone` has it, numbers keep 15 digits and functions become
    /// empty strings.
    func copy(_ value: Value, owner: Int) throws(JSONataError) -> Value {
        try deeper { () throws(JSONataError) in
            switch value {
            case .number(let number): return .number(try self.rounded(number))
            case .function: return .text("")
            case .list, .tuples:
                var copies: [Value] = []
                for item in value.asItems { copies.append(try self.copy(item, owner: owner)) }
                return try self.list(copies)
            case .record(let record):
                var members = MemberTable()
                for position in 0..<record.count {
                    members[record.key(at: position)] = try self.copy(record.value(at: position), owner: owner)
                }
                let copy = Record(members)
                copy.owner = owner
                guard copy.depth <= Limits.resultDepthMax + Limits.valueDepthMax else { throw .tooDeep }
                try self.allocate(items: members.count)
                return .record(copy)
            default: return value
            }
        }
    }

    /// A number as it is read from its text of 15 digits.
    private func rounded(_ number: Double) throws(JSONataError) -> Double {
        if number.magnitude < 1e15, number.rounded(.towardZero) == number { return number }
        return NumberText.value(of: NumberText.jsonataText(try finite(number))) ?? number
    }

    private func measure(_ value: Value) throws(JSONataError) -> Int {
        try deeper { () throws(JSONataError) in
            switch value {
            case .list(let list):
                if case .values(let values) = list.items { for value in values { _ = try self.measure(value) } }
                list.measure()
            case .record(let record):
                if record.json == nil {
                    for position in 0..<record.count { _ = try self.measure(record.value(at: position)) }
                }
                record.measure()
            default: break
            }
            return value.depth
        }
    }
}
