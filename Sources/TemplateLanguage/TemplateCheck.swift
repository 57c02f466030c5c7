import JSONTree

/// Finds out whether the parts of a template fit together.
struct TemplateCheck {
    private let template: Template
    private let resources: Set<String>
    private let parameters: Set<String>

    /// Looks at a template that has been read.
    init(_ template: Template) {
        self.template = template
        resources = Set(template.resources.map(\.logicalID))
        parameters = Set(template.parameters.map(\.name))
    }

    /// Throws the first thing that is wrong, in AWS's words.
    func run() throws(TemplateError) {
        try checkResources()
        try checkConditions()
        try checkOutputs()
        _ = try DependencyOrder(
            template.resources.map { ($0.logicalID, $0.dependencies(among: resources)) })
    }

    private func checkResources() throws(TemplateError) {
        var missing: Set<String> = []
        for resource in template.resources {
            for reference in Reference.all(in: .object(resource.properties)) {
                try check(reference, &missing)
            }
            for name in resource.dependsOn where !resources.contains(name) { missing.insert(name) }
            if let condition = resource.condition, template.conditions[condition] == nil {
                throw .format("Unresolved condition dependency \(condition) in the Resources block of the template")
            }
        }
        guard missing.isEmpty else { throw Self.unresolved(missing, in: "Resources") }
    }

    private func check(_ reference: Reference, _ missing: inout Set<String>) throws(TemplateError) {
        if reference.attribute != nil {
            guard resources.contains(reference.name) else {
                throw .function("instance of Fn::GetAtt references undefined resource \(reference.name)")
            }
        } else if !PseudoParameters.names.contains(reference.name), !parameters.contains(reference.name),
            !resources.contains(reference.name)
        {
            missing.insert(reference.name)
        }
    }

    private func checkConditions() throws(TemplateError) {
        for json in template.conditions.values {
            guard let object = json.objectValue, object.count == 1, let name = object.keys.first else {
                throw .noBoolean
            }
            guard Self.conditionFunctions.contains(name) else { throw .noCondition(function: name) }
        }
        for name in template.conditions.keys { try checkCircle(name, above: []) }
        var missing: Set<String> = []
        for json in template.conditions.values {
            for reference in Reference.all(in: json) {
                if !PseudoParameters.names.contains(reference.name), !parameters.contains(reference.name) {
                    missing.insert(reference.name)
                }
            }
        }
        guard missing.isEmpty else {
            throw .format(
                "Unresolved dependencies [\(missing.sorted().joined(separator: ", "))]. Cannot reference resources in the Conditions block of the template"
            )
        }
    }

    private static let conditionFunctions: Set<String> = [
        "Condition", "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or", "Fn::Contains", "Fn::EachMemberIn",
        "Fn::EachMemberEquals",
    ]

    private func checkCircle(_ name: String, above: [String]) throws(TemplateError) {
        if above.contains(name), let last = above.last { throw .conditionsInCircle(last, name) }
        guard let json = template.conditions[name] else { throw .noCondition(ofConditions: name) }
        for other in Evaluator.conditionNames(in: json) { try checkCircle(other, above: above + [name]) }
    }

    private func checkOutputs() throws(TemplateError) {
        var missing: Set<String> = []
        for output in template.outputs {
            for reference in Reference.all(in: output.value) { try check(reference, &missing) }
            if let condition = output.condition, template.conditions[condition] == nil {
                throw .format("Unresolved condition dependency \(condition) in the Outputs block of the template")
            }
        }
        guard missing.isEmpty else { throw Self.unresolved(missing, in: "Outputs") }
    }

    private static func unresolved(_ names: Set<String>, in block: String) -> TemplateError {
        let list = names.sorted().joined(separator: ", ")
        return .format("Unresolved resource dependencies [\(list)] in the \(block) block of the template")
    }
}
