import JSONTree

extension Evaluator {
    /// `$map $filter $single $reduce $sift $each`
    func higherOrder(_ builtin: Builtin, _ arguments: Arguments) throws(JSONataError) -> Value {
        switch builtin {
        case .map: try map(arguments)
        case .filter: try filter(arguments)
        case .single: try single(arguments)
        case .reduce: try reduce(arguments)
        case .sift: try sift(arguments)
        default: try each(arguments)
        }
    }

    /// Calls a function with as many arguments as it makes use of, at least one.
    private func call(_ function: Function, _ arguments: Value...) throws(JSONataError) -> Value {
        let count = max(1, min(arity(function), arguments.count))
        return try call(function, Array(arguments[..<count]), context: .null)
    }

    private func map(_ arguments: Arguments) throws(JSONataError) -> Value {
        guard let items = arguments.items(0), let function = arguments.function(1) else { return .undefined }
        var results: [Value] = []
        for (position, item) in items.enumerated() {
            let value = try call(function, item, .number(Double(position)), arguments[0])
            if !value.isUndefined { results.append(value) }
        }
        return try sequence(results)
    }

    private func filter(_ arguments: Arguments) throws(JSONataError) -> Value {
        guard let items = arguments.items(0), let function = arguments.function(1) else { return .undefined }
        var results: [Value] = []
        for (position, item) in items.enumerated() {
            let isKept = try boolean(call(function, item, .number(Double(position)), arguments[0]))
            if isKept { results.append(item) }
        }
        return try sequence(results)
    }

    private func single(_ arguments: Arguments) throws(JSONataError) -> Value {
        guard let items = arguments.items(0) else { return .undefined }
        var result: Value?
        for (position, item) in items.enumerated() {
            try spend(1)
            if let function = arguments.function(1) {
                guard try boolean(call(function, item, .number(Double(position)), arguments[0])) else { continue }
            }
            guard result == nil else { throw JSONataError("D3138", details: .init(index: position)) }
            result = item
        }
        guard let result else { throw JSONataError("D3139") }
        return result
    }

    private func reduce(_ arguments: Arguments) throws(JSONataError) -> Value {
        guard let items = arguments.items(0), let function = arguments.function(1) else { return .undefined }
        let arity = arity(function)
        guard arity >= 2 else { throw JSONataError("D3050", details: .init(index: 1)) }
        var position = 0
        var result = arguments[2]
        if result.isUndefined, !items.isEmpty {
            result = items[0]
            position = 1
        }
        while position < items.count {
            var values = [result, items[position]]
            if arity >= 3 { values.append(.number(Double(position))) }
            if arity >= 4 { values.append(arguments[0]) }
            result = try call(function, values, context: .null)
            position += 1
        }
        return result
    }

    private func sift(_ arguments: Arguments) throws(JSONataError) -> Value {
        guard case .record(let record) = arguments[0], let function = arguments.function(1) else { return .undefined }
        var members = MemberTable()
        for position in 0..<record.count {
            let (key, value) = (record.key(at: position), record.value(at: position))
            if try boolean(call(function, value, .text(key), arguments[0])) { members[key] = value }
        }
        return members.count == 0 ? .undefined : try self.record(members)
    }

    private func each(_ arguments: Arguments) throws(JSONataError) -> Value {
        guard case .record(let record) = arguments[0], let function = arguments.function(1) else { return .undefined }
        var results: [Value] = []
        for position in 0..<record.count {
            let value = try call(
                function, record.value(at: position), .text(record.key(at: position)), arguments[0])
            if !value.isUndefined { results.append(value) }
        }
        return try sequence(results)
    }
}
