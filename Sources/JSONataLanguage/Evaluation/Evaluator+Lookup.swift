import JSONTree

extension Evaluator {
    /// The value of a variable the expression binds somewhere.
    func variable(_ name: Int32, _ frame: Frame?) -> Value {
        if let value = frame?.value(of: name) { return value }
        let info = code.names[Int(name)]
        if info.reference >= 0 { return external(info.reference) }
        return info.builtin.map { .function(Function(.builtin($0))) } ?? .undefined
    }

    /// The value of a variable of the caller, or the function of the language it names.
    func external(_ reference: Int32) -> Value {
        if let json = bindings[Int(reference)] { return Value(json) }
        return code.referenceBuiltins[Int(reference)].map { .function(Function(.builtin($0))) } ?? .undefined
    }

    /// The context as `$` names it.
    static func unwrapped(_ input: Value) -> Value {
        if case .list(let list) = input, list.marks.contains(.wrapsInput) { list.items[0] } else { input }
    }

    /// A field of an object, or of all objects in an array.
    func lookUp(_ field: String, in input: Value) throws(JSONataError) -> Value {
        switch input {
        case .record(let record): return record.value(of: field)
        case .list(let list):
            var found: [Value] = []
            try collect(field, from: list.items, into: &found)
            return try sequence(found)
        default: return .undefined
        }
    }

    /// Appends a field of each object to what was found.
    private func collect(_ field: String, from items: Items, into found: inout [Value]) throws(JSONataError) {
        try spend(items.count)
        if case .json(let elements) = items {
            for element in elements { try collect(field, from: element, into: &found) }
            return
        }
        for item in items {
            switch item {
            case .record(let record): append(record.value(of: field), to: &found)
            case .list(let list): try collectDeeper(field, from: list.items, into: &found)
            default: break
            }
        }
    }

    private func collect(_ field: String, from element: JSON, into found: inout [Value]) throws(JSONataError) {
        switch element {
        case .object(let object): if let value = object[field] { append(Value(value), to: &found) }
        case .array(let elements): try collectDeeper(field, from: .json(elements), into: &found)
        default: break
        }
    }

    private func collectDeeper(_ field: String, from items: Items, into found: inout [Value]) throws(JSONataError) {
        guard stack.isLow else { return try collect(field, from: items, into: &found) }
        var values: [Value] = []
        try stack.continued { () throws(JSONataError) in try self.collect(field, from: items, into: &values) }
        found += values
    }

    private func append(_ value: Value, to found: inout [Value]) {
        switch value {
        case .undefined: break
        case .list(let list): found.append(contentsOf: list.items)
        default: found.append(value)
        }
    }

    /// All values of an object, or elements of an array; arrays among them are flattened.
    func wildcard(_ input: Value) throws(JSONataError) -> Value {
        var found: [Value] = []
        switch Self.unwrapped(input) {
        case .record(let record):
            for position in 0..<record.count { try flatten(record.value(at: position), into: &found) }
        case .list(let list): for item in list.items { try flatten(item, into: &found) }
        default: break
        }
        return try sequence(found)
    }

    /// Appends a value, or what is in it and in arrays in it.
    func flatten(_ value: Value, into found: inout [Value]) throws(JSONataError) {
        try spend(1)
        guard let items = value.items else {
            found.append(value)
            return
        }
        for item in items { try flatten(item, into: &found) }
    }

    /// A value and everything in it but arrays themselves.
    func descendants(_ input: Value) throws(JSONataError) -> Value {
        if case .undefined = input { return .undefined }
        var found: [Value] = []
        try descend(into: input, &found)
        return found.count == 1 ? found[0] : try sequence(found)
    }

    private func descend(into value: Value, _ found: inout [Value]) throws(JSONataError) {
        try spend(1)
        if stack.isLow {
            var deeper: [Value] = []
            try stack.continued { () throws(JSONataError) in try self.descend(into: value, &deeper) }
            found += deeper
            return
        }
        if let items = value.items {
            for item in items { try descend(into: item, &found) }
            return
        }
        found.append(value)
        guard case .record(let record) = value else { return }
        for position in 0..<record.count { try descend(into: record.value(at: position), &found) }
    }
}
