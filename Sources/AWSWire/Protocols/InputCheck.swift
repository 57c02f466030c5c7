import JSONTree

/// Checks an input against its shape and words what is wrong as AWS does.
///
/// A value of the wrong type ends the check with `SerializationException`; limits that are not kept are collected.
struct InputCheck {
    /// More failures than this are not told.
    private static let failuresMax = 100

    private let model: ServiceModel
    /// The names above the value being checked.
    private var trail: [String] = []
    private var failures: [String] = []
    private var firstMissing: String?
    private var hasNulls = false

    /// Checks an input and takes members that are `null` for absent.
    static func checked(_ input: JSON, as shape: Int, of model: ServiceModel) throws(ServiceError) -> JSON {
        if model.checkStyle == .none { return input }
        var check = InputCheck(model: model)
        try check.structure(input, model.shapes[shape])
        try check.report()
        return check.hasNulls ? check.withoutNulls(input, shape) : input
    }

    private init(model: ServiceModel) { self.model = model }

    private func report() throws(ServiceError) {
        if model.checkStyle == .sqs {
            guard let firstMissing else { return }
            throw ServiceError(
                "MissingRequiredParameterException", "The request must contain the parameter \(firstMissing).",
                queryCode: "MissingParameter")
        }
        guard !failures.isEmpty else { return }
        let words =
            "\(failures.count) validation error\(failures.count == 1 ? "" : "s") detected: \(failures.joined(separator: "; "))"
        let code =
            switch model.checkStyle {
            case .coral: "ValidationException"
            case .parameter: "InvalidParameterException"
            default: "ValidationError"
            }
        throw ServiceError(code, words)
    }

    private mutating func check(_ value: JSON, _ place: Int, named name: String) throws(ServiceError) {
        let shape = model.shapes[place]
        switch shape.kind {
        case .string:
            guard case .string(let text) = value else { throw Self.mistyped(value, "String") }
            if !shape.isFree { check(text: text, shape, name) }
        case .integer:
            guard let number = value.integerValue, value.isNumber else { throw Self.mistyped(value, "Integer") }
            check(number: Double(number), shape, name, shown: String(number))
        case .fraction:
            guard let number = value.doubleValue, value.isNumber else { throw Self.mistyped(value, "Double") }
            check(number: number, shape, name, shown: String(number))
        case .boolean: guard case .bool = value else { throw Self.mistyped(value, "Boolean") }
        case .timestamp: guard value.isNumber || value.isString else { throw Self.mistyped(value, "Timestamp") }
        case .blob:
            guard case .string(let text) = value else { throw Self.mistyped(value, "Blob") }
            if !shape.isFree { checkLength(text.utf8.count / 4 * 3, shape, name, shown: nil) }
        case .structure:
            trail.append(name)
            try structure(value, shape)
            trail.removeLast()
        case .list(let element, _, _):
            guard case .array(let items) = value else { throw ServiceError.serialization("Expected list or null") }
            if !shape.isFree { checkLength(items.count, shape, name, shown: JavaText.of(value, place, model)) }
            try list(items, element, of: value, place, named: name)
        case .map(let key, let item, _, _, _):
            guard case .object(let pairs) = value else { throw ServiceError.serialization("Expected map or null") }
            if !shape.isFree { checkLength(pairs.count, shape, name, shown: JavaText.of(value, place, model)) }
            try map(pairs, key, item, of: value, place, named: name)
        }
    }

    private mutating func structure(_ value: JSON, _ shape: Shape) throws(ServiceError) {
        guard case .object(let pairs) = value else { throw ServiceError.serialization("Expected structure or null") }
        for member in shape.members {
            guard let item = pairs[member.name], !noteNull(item) else {
                if member.isRequired, !isBody(member) { missing(member) }
                continue
            }
            try check(item, member.shape, named: member.checkedName)
        }
    }

    /// Whether a member is the body of the request itself, whose bytes travel beside the input.
    private func isBody(_ member: Shape.Member) -> Bool {
        guard member.place == .payload, case .blob = model.shapes[member.shape].kind else { return false }
        return true
    }

    private mutating func list(
        _ items: [JSON], _ element: Int, of whole: JSON, _ place: Int, named name: String
    ) throws(ServiceError) {
        guard model.shapes[element].isCompound else {
            return try together(items, element, of: whole, place, named: name, "Member")
        }
        trail.append(name)
        for (place, item) in items.enumerated() {
            trail.append(String(place + 1))
            try check(item, element, named: "member")
            trail.removeLast()
        }
        trail.removeLast()
    }

    private mutating func map(
        _ pairs: JSONObject, _ key: Int, _ item: Int, of whole: JSON, _ place: Int, named name: String
    ) throws(ServiceError) {
        if !model.shapes[key].isFree {
            try together(pairs.keys.map { .string($0) }, key, of: whole, place, named: name, "Map keys")
        }
        guard model.shapes[item].isCompound else {
            var values: [JSON] = []
            for pair in pairs where !noteNull(pair.value) { values.append(pair.value) }
            return try together(values, item, of: whole, place, named: name, "Map value")
        }
        trail.append(name)
        for pair in pairs where !noteNull(pair.value) {
            trail.append(pair.key)
            try check(pair.value, item, named: "member")
            trail.removeLast()
        }
        trail.removeLast()
    }

    /// Checks plain values of a list or map. AWS tells of all of them at once, with every rule they have.
    private mutating func together(
        _ items: [JSON], _ element: Int, of whole: JSON, _ place: Int, named name: String, _ what: String
    ) throws(ServiceError) {
        let before = failures.count
        for item in items { try check(item, element, named: "member") }
        guard failures.count > before else { return }
        failures.removeLast(failures.count - before)
        fail(
            name, shown: .text(JavaText.of(whole, place, model)),
            "\(what) must satisfy constraint: [\(rules(of: model.shapes[element]))]")
    }

    private func rules(of shape: Shape) -> String {
        var rules: [String] = []
        if !shape.values.isEmpty {
            rules.append("Member must satisfy enum value set: [\(shape.values.joined(separator: ", "))]")
        }
        let measure = shape.isNumber ? "value" : "length"
        if let most = shape.maximum {
            rules.append("Member must have \(measure) less than or equal to \(shape.shown(most))")
        }
        if let least = shape.minimum {
            rules.append("Member must have \(measure) greater than or equal to \(shape.shown(least))")
        }
        if let pattern = shape.pattern {
            rules.append("Member must satisfy regular expression pattern: \(pattern.text)")
        }
        // Observed on AWS: services of a newer kind say so, too.
        if ["lambda", "iam"].contains(model.service) { rules.append("Member must not be null") }
        return rules.joined(separator: ", ")
    }

    private mutating func noteNull(_ value: JSON) -> Bool {
        guard value.isNull else { return false }
        hasNulls = true
        return true
    }

    private mutating func missing(_ member: Shape.Member) {
        if model.checkStyle == .sqs {
            if firstMissing == nil { firstMissing = (trail + [member.name]).joined(separator: ".") }
        } else {
            fail(member.checkedName, shown: .null, "Member must not be null")
        }
    }

    private mutating func check(text: String, _ shape: Shape, _ name: String) {
        if model.checkStyle == .sqs { return }
        let shown = shape.isSensitive ? nil : text
        if !shape.values.isEmpty, !shape.values.contains(text) {
            fail(
                name, shown: .text(shown),
                "Member must satisfy enum value set: [\(shape.values.joined(separator: ", "))]")
        }
        if shape.minimum != nil || shape.maximum != nil { checkLength(of: text, shape, name, shown: shown) }
        if let pattern = shape.pattern, text.utf8.count <= 4 * (shape.maximum ?? 2_048), !pattern.matches(text) {
            fail(name, shown: .text(shown), "Member must satisfy regular expression pattern: \(pattern.text)")
        }
    }

    private mutating func checkLength(of text: String, _ shape: Shape, _ name: String, shown: String?) {
        let bytes = text.utf8.count
        // A text of n bytes has between n / 4 and n characters: most need no counting.
        if bytes <= shape.maximum ?? .max, (bytes + 3) / 4 >= shape.minimum ?? 0 { return }
        checkLength(text.unicodeScalars.count, shape, name, shown: shown)
    }

    private mutating func checkLength(_ count: Int, _ shape: Shape, _ name: String, shown: String?) {
        if model.checkStyle == .sqs { return }
        if let minimum = shape.minimum, count < minimum {
            fail(name, shown: .text(shown), "Member must have length greater than or equal to \(minimum)")
        }
        if let maximum = shape.maximum, count > maximum {
            fail(name, shown: .text(shown), "Member must have length less than or equal to \(maximum)")
        }
    }

    private mutating func check(number: Double, _ shape: Shape, _ name: String, shown: String) {
        if model.checkStyle == .sqs { return }
        if let minimum = shape.minimum, number < Double(minimum) {
            fail(name, shown: .text(shown), "Member must have value greater than or equal to \(minimum)")
        }
        if let maximum = shape.maximum, number > Double(maximum) {
            fail(name, shown: .text(shown), "Member must have value less than or equal to \(maximum)")
        }
    }

    /// How a message shows the value that failed.
    private enum Shown {
        case null
        /// `nil`: the value is a secret.
        case text(String?)
    }

    private mutating func fail(_ name: String, shown: Shown, _ rule: String) {
        guard failures.count < Self.failuresMax else { return }
        let path = (trail + [name]).joined(separator: ".")
        let value =
            switch shown {
            case .null: "Value null at"
            case .text(nil): "Value at"
            case .text(let text?): "Value '\(text)' at"
            }
        failures.append("\(value) '\(path)' failed to satisfy constraint: \(rule)")
    }

    private static func mistyped(_ value: JSON, _ wanted: String) -> ServiceError {
        switch value {
        case .string: .serialization("STRING_VALUE cannot be converted to \(wanted)")
        case .bool(true): .serialization("TRUE_VALUE cannot be converted to \(wanted)")
        case .bool(false): .serialization("FALSE_VALUE cannot be converted to \(wanted)")
        case .array: .serialization("Start of list found where not expected")
        case .object: .serialization("Start of structure or map found where not expected.")
        case .null: .serialization("NULL_VALUE cannot be converted to \(wanted)")
        default: .serialization("NUMBER_VALUE cannot be converted to \(wanted)")
        }
    }

    private func withoutNulls(_ value: JSON, _ place: Int) -> JSON {
        switch (model.shapes[place].kind, value) {
        case (.structure(let members), .object(var pairs)):
            for member in members {
                guard let item = pairs[member.name] else { continue }
                pairs[member.name] = item.isNull ? JSON?.none : withoutNulls(item, member.shape)
            }
            return .object(pairs)
        case (.list(let element, _, _), .array(let items)): return .array(items.map { withoutNulls($0, element) })
        case (.map(_, let item, _, _, _), .object(let pairs)):
            return .object(JSONObject(pairs.filter { !$0.value.isNull }.map { ($0.key, withoutNulls($0.value, item)) }))
        default: return value
        }
    }
}

extension ServiceError {
    /// A request that is not what its protocol says.
    static func serialization(_ message: String) -> ServiceError { ServiceError("SerializationException", message) }
}
