import JSONTree

/// Finds out whether the declarations of a template keep CloudFormation's bounds: how many there are, what they are called, what they may hold.
///
/// Asked when a template is given, not when one that was taken is read again.
/// Source: user guide, "Understand CloudFormation quotas"; the words as observed, those about the counts of parameters and mappings,
/// the names of mappings and conditions, and the descriptions by their pattern.
package struct DeclarationCheck {
    private static let resourcesMax = 500
    private static let parametersMax = 200
    private static let outputsMax = 200
    private static let mappingsMax = 200
    private static let attributesMax = 200
    /// Bytes of what an output says of itself.
    private static let descriptionBytesMax = 1_024
    /// Characters of what a parameter says of itself.
    private static let parameterDescriptionMax = 4_000
    /// Bytes of a parameter's value.
    package static let valueBytesMax = 4_096

    private let template: Template

    /// Throws the first thing that is wrong, in AWS's words.
    package static func check(_ template: Template) throws(TemplateError) {
        let check = DeclarationCheck(template: template)
        try check.checkParameters()
        try check.checkMappings()
        let hasLoops = template.transforms.contains(FunctionCheck.extensions)
        for name in template.conditions.keys where !LogicalName.isValid(name) {
            if hasLoops, name.hasPrefix("Fn::ForEach::") { continue }
            throw .format("Conditions name '\(name)' is non alphanumeric.")
        }
        try check.checkResources()
        try check.checkOutputs()
    }

    private func checkParameters() throws(TemplateError) {
        try Self.check(template.parameters.count, "parameters", most: Self.parametersMax)
        for parameter in template.parameters {
            guard LogicalName.isValid(parameter.name) else {
                throw .format("Parameter name \(parameter.name) is non alphanumeric.")
            }
            guard parameter.description?.unicodeScalars.count ?? 0 <= Self.parameterDescriptionMax else {
                throw .format(
                    "Parameter '\(parameter.name)' description length is greater than \(Self.parameterDescriptionMax)."
                )
            }
            guard let text = parameter.defaultText else { continue }
            guard text.utf8.count <= Self.valueBytesMax else {
                let shown = parameter.isSecret ? "[****]" : text
                throw .format(
                    "Parameter '\(parameter.name)' default value '\(shown)' length is greater than \(Self.valueBytesMax)."
                )
            }
            // The rules of one that names a stored parameter are for what is found there.
            if !parameter.type.isStored { _ = try parameter.value(of: text) }
        }
    }

    private func checkMappings() throws(TemplateError) {
        try Self.check(template.mappings.count, "mappings", most: Self.mappingsMax)
        for (name, mapping) in template.mappings {
            guard LogicalName.isValid(name) else { throw .format("Mappings name '\(name)' is non alphanumeric.") }
            guard let rows = mapping.objectValue else { throw .format("Every Mappings member \(name) must be a map") }
            for (key, row) in rows {
                guard let attributes = row.objectValue else {
                    throw .format("Every Mappings member \(key) must be a map")
                }
                try Self.check(attributes.count, "mapping attributes", most: Self.attributesMax)
                try check(attributes)
            }
        }
    }

    private func check(_ attributes: JSONObject) throws(TemplateError) {
        for (name, value) in attributes {
            guard LogicalName.isValid(name) else {
                throw .format("Mappings attribute name '\(name)' must contain only alphanumeric characters.")
            }
            guard (value.arrayValue ?? [value]).allSatisfy({ TemplateScalar.text($0) != nil }) else {
                throw .format("Every Mappings attribute must be a String or a List.")
            }
        }
    }

    private func checkResources() throws(TemplateError) {
        try Self.check(template.resources.count, "resources", most: Self.resourcesMax)
        let parameters = Set(template.parameters.map(\.name))
        let common = template.resources.map(\.logicalID).filter(parameters.contains)
        guard common.isEmpty else {
            throw .function(
                "all resources and parameters must have unique names. Common name(s):[\(common.joined(separator: ", "))]"
            )
        }
        for resource in template.resources {
            if let text = resource.deletionPolicy?.stringValue {
                try ResourcePolicy.deletion.check(text, of: resource)
            }
            if let text = resource.updateReplacePolicy?.stringValue {
                try ResourcePolicy.replacement.check(text, of: resource)
            }
        }
    }

    private func checkOutputs() throws(TemplateError) {
        guard template.outputs.count <= Self.outputsMax else {
            throw .format(
                "Outputs count \(template.outputs.count) is greater than max allowed \(Self.outputsMax)")
        }
        let resources = Set(template.resources.map(\.logicalID))
        for output in template.outputs {
            guard LogicalName.isValid(output.name) else {
                throw .format("Outputs name '\(output.name)' is non alphanumeric.")
            }
            guard output.description?.utf8.count ?? 0 <= Self.descriptionBytesMax else {
                throw .format("Output '\(output.name)' description length is greater than \(Self.descriptionBytesMax).")
            }
            guard let name = output.exportName else { continue }
            let isLate = Reference.all(in: name).contains { $0.attribute != nil || resources.contains($0.name) }
            guard !isLate, !FunctionName.all(in: name).contains(where: Self.lateFunctions.contains) else {
                throw .format(
                    "Output \(output.name) is malformed.  The Name field of Export must not depend on any resources, imported values, or Fn::GetAZs."
                )
            }
        }
    }

    private static let lateFunctions: Set<String> = ["Fn::ImportValue", "Fn::GetAZs"]

    private static func check(_ count: Int, _ kind: String, most: Int) throws(TemplateError) {
        guard count <= most else {
            throw .format("Number of \(kind), \(count), is greater than maximum allowed, \(most)")
        }
    }
}
