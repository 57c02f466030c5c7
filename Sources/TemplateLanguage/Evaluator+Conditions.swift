import JSONTree

extension Evaluator {
    /// Whether a condition holds; the conditions it names are known.
    func truth(of json: JSON) throws(TemplateError) -> Bool {
        guard let object = json.objectValue, object.count == 1, let name = object.keys.first,
            let argument = object.values.first
        else {
            throw .noBoolean
        }
        switch name {
        case "Condition":
            guard let holds = conditions[argument.stringValue ?? ""] else {
                throw .noCondition(ofConditions: argument.stringValue ?? "")
            }
            return holds
        case "Fn::Equals":
            guard let pair = argument.arrayValue, pair.count == 2 else {
                throw .equalsMisused
            }
            return Self.comparable(try value(of: pair[0])) == Self.comparable(try value(of: pair[1]))
        case "Fn::Not":
            guard let list = argument.arrayValue, list.count == 1 else {
                throw .notMisused
            }
            return try !truth(of: list[0])
        case "Fn::And", "Fn::Or":
            guard let list = argument.arrayValue, (2...10).contains(list.count) else {
                throw .junctionMisused(name)
            }
            var found: [Bool] = []
            for item in list { found.append(try truth(of: item)) }
            return name == "Fn::And" ? !found.contains(false) : found.contains(true)
        case "Fn::Contains", "Fn::EachMemberIn", "Fn::EachMemberEquals": return try membership(name, argument)
        default: throw .noCondition(function: name)
        }
    }

    /// Throws what a rule's assertion says when it does not hold.
    package func checkRules() throws(TemplateError) {
        for (_, rule) in template.rules {
            if let when = rule["RuleCondition"], try !truth(of: when) { continue }
            for assertion in rule["Assertions"]?.arrayValue ?? [] {
                guard let test = assertion["Assert"] else { continue }
                if try !truth(of: test) {
                    throw .function(
                        "Rules: \(assertion["AssertDescription"]?.stringValue ?? "an assertion does not hold")")
                }
            }
        }
    }

    private func membership(_ name: String, _ argument: JSON) throws(TemplateError) -> Bool {
        guard let pair = argument.arrayValue, pair.count == 2, let list = try value(of: pair[0])?.arrayValue else {
            throw .function("every \(name) object requires a list and what to compare it with.")
        }
        let members = list.map(Self.comparable)
        let other = try value(of: pair[1])
        switch name {
        case "Fn::Contains": return members.contains(Self.comparable(other))
        case "Fn::EachMemberEquals": return members.allSatisfy { $0 == Self.comparable(other) }
        default:
            let allowed = (other?.arrayValue ?? []).map(Self.comparable)
            return members.allSatisfy(allowed.contains)
        }
    }

    /// Scalars are compared as texts.
    private static func comparable(_ json: JSON?) -> JSON? {
        guard let json else { return nil }
        return TemplateScalar.text(json).map { .string($0) } ?? json
    }
}
