import JSONTree

extension Evaluator {
    /// `$keys $lookup $spread $merge $clone`
    func object(_ builtin: Builtin, _ arguments: Arguments) throws(JSONataError) -> Value {
        switch builtin {
        case .keys:
            var members = MemberTable()
            try collectKeys(arguments[0], &members)
            return try sequence(members.members.map { .text($0.key) })
        case .lookup: return try lookUp(arguments.text(1) ?? "undefined", in: arguments[0])
        case .spread: return try spread(arguments[0])
        case .merge: return try merge(arguments)
        default: return arguments[0].isUndefined ? .undefined : try copy(arguments[0], owner: 0)
        }
    }

    private func collectKeys(_ value: Value, _ members: inout MemberTable) throws(JSONataError) {
        try spend(1)
        if case .record(let record) = value {
            try spend(record.count)
            for position in 0..<record.count { members[record.key(at: position)] = .null }
        } else if let items = value.items {
            for item in items {
                guard stack.isLow else {
                    try collectKeys(item, &members)
                    continue
                }
                var inner = members
                try stack.continued { () throws(JSONataError) in try self.collectKeys(item, &inner) }
                members = inner
            }
        }
    }

    /// One object for each member of an object, or of each object in an array.
    private func spread(_ value: Value) throws(JSONataError) -> Value {
        guard value.items != nil || value.typeLetter == UInt8(ascii: "o") else { return value }
        var parts: [Value] = []
        try spread(value, &parts)
        return try sequence(parts)
    }

    private func spread(_ value: Value, _ parts: inout [Value]) throws(JSONataError) {
        try spend(1)
        if case .record(let record) = value {
            for position in 0..<record.count {
                var members = MemberTable()
                members[record.key(at: position)] = record.value(at: position)
                parts.append(try self.record(members))
            }
        } else if let items = value.items {
            for item in items {
                guard stack.isLow else {
                    try spread(item, &parts)
                    continue
                }
                var inner: [Value] = []
                try stack.continued { () throws(JSONataError) in try self.spread(item, &inner) }
                parts += inner
            }
        } else if !value.isUndefined {
            parts.append(value)
        }
    }

    private func merge(_ arguments: Arguments) throws(JSONataError) -> Value {
        guard let items = arguments.items(0) else { return .undefined }
        if let object = try mergedJSON(items) { return .record(Record(json: object)) }
        var members = MemberTable()
        for case .record(let record) in items {
            try spend(record.count + 1)
            if members.count == 0 {
                members = record.members
                continue
            }
            for position in 0..<record.count { members[record.key(at: position)] = record.value(at: position) }
        }
        return try record(members)
    }

    /// An object from outside with some plain values of others, as JSON: neither walked through nor deeper than before.
    private func mergedJSON(_ items: Items) throws(JSONataError) -> JSONObject? {
        guard case .values(let values) = items, case .record(let first) = values.first, var object = first.json
        else { return nil }
        for value in values.dropFirst() {
            guard case .record(let record) = value else { return nil }
            try spend(record.count + 1)
            for position in 0..<record.count {
                switch record.value(at: position) {
                case .null: object[record.key(at: position)] = .null
                case .bool(let value): object[record.key(at: position)] = .bool(value)
                case .number(let number): object[record.key(at: position)] = Self.json(number)
                case .text(let text) where !LoneSurrogate.isIn(text): object[record.key(at: position)] = .string(text)
                default: return nil
                }
            }
        }
        try allocate(items: object.count)
        return object
    }
}
