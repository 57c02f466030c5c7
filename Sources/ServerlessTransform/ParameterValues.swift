import JSONTree
import ResourceNames

/// What the template's parameters and two of the pseudo parameters are, and how `Ref` and `Fn::Sub` are resolved where SAM must know a value.
struct ParameterValues {
    private var values: [String: JSON]

    /// - Parameter given: Wins over the template's defaults.
    init(_ template: JSON, given: [String: JSON], territory: Territory) {
        values = ["AWS::Region": .string(territory.region), "AWS::Partition": "aws"]
        for (name, parameter) in template["Parameters"]?.objectValue ?? JSONObject() {
            if let preset = parameter["Default"] { values[name] = preset }
        }
        values.merge(given) { $1 }
        // A value that another nested stack has still to make is not known.
        values = values.filter { $0.value.stringValue?.hasPrefix("{{IntrinsicFunction:") != true }
    }

    /// A value with its references to parameters replaced; others stay.
    func resolve(_ value: JSON) -> JSON {
        switch value {
        case .array(let elements): return .array(elements.map(resolve))
        case .object(let object):
            if object.count == 1, let name = object["Ref"]?.stringValue { return values[name] ?? value }
            if object.count == 1, let argument = object["Fn::Sub"] { return ["Fn::Sub": substitute(argument)] }
            return .object(JSONObject(object.map { ($0.key, resolve($0.value)) }))
        default: return value
        }
    }

    private func substitute(_ argument: JSON) -> JSON {
        switch argument {
        case .string(let text): return .string(replaced(text))
        case .array(let parts):
            guard let text = parts.first?.stringValue else { return argument }
            return .array([.string(replaced(text))] + parts.dropFirst().map(resolve))
        default: return argument
        }
    }

    private func replaced(_ text: String) -> String {
        SubstitutedText.replacing(in: text) { name in
            values[name].flatMap { value in value.stringValue ?? value.numberText ?? value.boolValue.map { "\($0)" } }
        }
    }
}
