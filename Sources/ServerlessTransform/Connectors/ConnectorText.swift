import JSONTree

/// Fills `%{Source.Arn}` and the like into what a profile says.
struct ConnectorText {
    private let values: [(name: String, value: JSON?)]
    private let id: String

    /// - Parameter id: The connector's logical id, for problems.
    init(_ source: ConnectedResource, _ destination: ConnectedResource, of id: String) {
        values = [
            ("Source.Arn", source.arn), ("Destination.Arn", destination.arn), ("Source.Name", source.name),
            ("Destination.Name", destination.name),
        ]
        self.id = id
    }

    /// A value with everything filled in; texts that are only part of an ARN become `Fn::Sub`.
    func filled(_ value: JSON) throws(TemplateProblem) -> JSON {
        switch value {
        case .string(let text): return try filled(text)
        case .array(let elements):
            var result: [JSON] = []
            for element in elements { result.append(try filled(element)) }
            return .array(result)
        case .object(let object):
            var result = JSONObject()
            for (name, member) in object { result[name] = try filled(member) }
            return .object(result)
        default: return value
        }
    }

    private func filled(_ text: String) throws(TemplateProblem) -> JSON {
        var text = text
        var variables = JSONObject()
        for (name, value) in values where text.contains("%{\(name)}") {
            guard let value else { throw .resource(id, "\(name) is missing.") }
            if text == "%{\(name)}" { return value }
            let variable = name.filter { $0 != "." }
            text = text.replacing("%{\(name)}", with: "${\(variable)}")
            variables[variable] = value
        }
        if !variables.isEmpty { return ["Fn::Sub": [.string(text), .object(variables)]] }
        return text.contains("${") ? ["Fn::Sub": .string(text)] : .string(text)
    }
}
