extension Evaluator {
    /// `$boolean $not $exists $type $error $assert $eval`
    func logical(_ builtin: Builtin, _ arguments: Arguments) throws(JSONataError) -> Value {
        let value = arguments[0]
        switch builtin {
        case .exists: return .bool(!value.isUndefined)
        case .error:
            let message = arguments.text(0).flatMap { $0.isEmpty ? nil : $0 }
            throw JSONataError("D3137", message: message ?? "$error() function evaluated")
        case .assert:
            if case .bool(true) = value { return .undefined }
            let message = arguments.text(1).flatMap { $0.isEmpty ? nil : $0 }
            throw JSONataError("D3141", message: message ?? "$assert() statement failed")
        case .eval:
            throw JSONataError("D3121", token: "eval", message: "The function $eval is not available")
        case .type: return value.isUndefined ? .undefined : .text(type(of: value))
        default:
            if value.isUndefined { return .undefined }
            let isTrue = try boolean(value, isArgument: true)
            return .bool(builtin == .not ? !isTrue : isTrue)
        }
    }

    private func type(of value: Value) -> String {
        switch value {
        case .undefined: "undefined"
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .text: "string"
        case .list, .tuples: "array"
        case .record: "object"
        case .function: "function"
        }
    }
}
