import JSONTree

extension Evaluator {
    /// A value as JSON, for an error; `nil` when it has no such form.
    func json(_ value: Value) -> JSON? {
        var hasFunction = false
        // An error is on its way already: it names no value rather than giving way to another error.
        return try? export(value, &hasFunction, keepingHalves: true)
    }

    /// What the evaluation yields.
    func result(_ value: Value) throws(JSONataError) -> JSONataResult {
        var hasFunction = false
        let json = try export(value, &hasFunction, keepingHalves: false)
        if hasFunction { return .function }
        guard let json else { return .undefined }
        // What was taken as it came is no deeper than before.
        guard value.depth == 0 || !json.isDeeper(than: Limits.resultDepthMax) else { throw .tooDeep }
        return .value(json)
    }

    private func export(_ value: Value, _ hasFunction: inout Bool, keepingHalves: Bool) throws(JSONataError) -> JSON? {
        switch value {
        case .undefined: return nil
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .number(let number): return Self.json(number)
        case .text(let text): return .string(keepingHalves ? text : LoneSurrogate.replaced(text))
        case .function:
            hasFunction = true
            return nil
        case .list, .tuples:
            if case .list(let list) = value, case .json(let elements) = list.items { return .array(elements) }
            var isFunctionInside = false
            let elements = try deeper { () throws(JSONataError) in
                try self.elements(value.asItems, &isFunctionInside, keepingHalves: keepingHalves)
            }
            hasFunction = hasFunction || isFunctionInside
            return .array(elements)
        case .record(let record):
            if let object = record.json { return .object(object) }
            var isFunctionInside = false
            let object = try deeper { () throws(JSONataError) in
                try self.members(record, &isFunctionInside, keepingHalves: keepingHalves)
            }
            hasFunction = hasFunction || isFunctionInside
            return .object(object)
        }
    }

    private func elements(_ items: Items, _ hasFunction: inout Bool, keepingHalves: Bool) throws(JSONataError) -> [JSON]
    {
        try spend(items.count)
        var elements: [JSON] = []
        elements.reserveCapacity(items.count)
        for item in items {
            elements.append(try export(item, &hasFunction, keepingHalves: keepingHalves) ?? .null)
        }
        return elements
    }

    private func members(_ record: Record, _ hasFunction: inout Bool, keepingHalves: Bool) throws(JSONataError)
        -> JSONObject
    {
        try spend(record.count)
        var object = JSONObject()
        object.reserveCapacity(record.count)
        for position in 0..<record.count {
            guard let value = try export(record.value(at: position), &hasFunction, keepingHalves: keepingHalves)
            else { continue }
            let key = record.key(at: position)
            object[keepingHalves ? key : LoneSurrogate.replaced(key)] = value
        }
        return object
    }

    /// A number as JSON: whole numbers that a double holds exactly without a fraction.
    static func json(_ number: Double) -> JSON {
        if number.magnitude <= 0x1p53, let integer = Int64(exactly: number) { return .integer(integer) }
        return .double(number)
    }
}
