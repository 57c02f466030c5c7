import AWSWire
import JSONTree

/// `LabelParameterVersion`: other names for a version; a label that another version had moves.
struct LabelParameterVersion: Operation {
    static let name = "LabelParameterVersion"
    let catalogue: ParameterCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let reference = ParameterReference(try request.requiredText("Name"), in: context.territory)
        let name = try catalogue.parameter(reference, for: context.territory).name
        let wanted = try request.integer("ParameterVersion")
        let labels = try request.texts("Labels")
        let valid = labels.filter(Self.isValid)
        var labelled: Int64 = 0
        try await catalogue.change(name, in: context.territory) { found throws(ServiceError) in
            guard var parameter = found else { throw .parameterNotFound }
            let number = wanted.map(Int64.init) ?? parameter.latest.number
            guard let place = parameter.versions.firstIndex(where: { $0.number == number }) else {
                throw .versionNotFound(String(number), of: name)
            }
            labelled = number
            for other in parameter.versions.indices where other != place {
                parameter.versions[other].labels.removeAll { valid.contains($0) }
            }
            for label in valid where !parameter.versions[place].labels.contains(label) {
                parameter.versions[place].labels.append(label)
            }
            guard parameter.versions[place].labels.count <= Limits.labelsMax else {
                throw ServiceError(
                    "ParameterVersionLabelLimitExceeded",
                    "A parameter version can have maximum \(Limits.labelsMax) labels. Move one or more labels to another version and try again."
                )
            }
            return parameter
        }
        return OperationOutput([
            "InvalidLabels": .array(labels.filter { !Self.isValid($0) }.map { .string($0) }),
            "ParameterVersion": .integer(labelled),
        ])
    }

    /// Letters, digits, `.-_`; it does not begin with a digit, `aws` or `ssm`. Source: user guide, "Working with parameter labels".
    private static func isValid(_ label: String) -> Bool {
        let low = label.lowercased()
        guard let first = low.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
            !low.hasPrefix("aws"), !low.hasPrefix("ssm")
        else { return false }
        return low.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}
