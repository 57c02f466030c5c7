import JSONTree
import TemplateLanguage

extension StackPlan {
    /// What bringing a stack's resources in line would do, in the order in which it would.
    ///
    /// - Parameter content: What the stack would be made from.
    func changes(of stack: Stack, to content: StackContent, _ types: ResourceTypes) -> [PlannedChange] {
        let present = Dictionary(
            stack.resources.filter { $0.physicalID != nil }.map { ($0.logicalID, $0) }, uniquingKeysWith: { $1 })
        var causes = Causes(stack.content, content)
        let areTagsNew = content.tags != stack.content.tags
        var changes: [PlannedChange] = []
        for wanted in wanted {
            let (id, type) = (wanted.declared.logicalID, wanted.declared.type)
            guard let resource = present[id], resource.type == type else {
                var change = PlannedChange(action: .add, logicalID: id, physicalID: nil, type: type)
                change.after = Self.shown(wanted.form)
                causes.definite.insert(id)
                changes.append(change)
                continue
            }
            var change = PlannedChange(action: .modify, logicalID: id, physicalID: resource.physicalID, type: type)
            change.details = Self.details(wanted, resource, causes, types[type], areTagsNew: areTagsNew)
            guard !change.details.isEmpty || !resource.isComplete else { continue }
            change.policy = wanted.updateReplacePolicy
            change.before = Self.shown(resource.properties)
            change.after = Self.after(wanted, resource, change.details)
            if change.replacement == "True" {
                causes.definite.insert(id)
            } else if change.details.contains(where: { $0.attribute == .properties }) {
                causes.possible[id] = change.replacement == "Conditional"
            }
            changes.append(change)
        }
        let names = Set(wanted.map(\.declared.logicalID))
        for resource in stack.resources where !names.contains(resource.logicalID) {
            var change = PlannedChange(
                action: .remove, logicalID: resource.logicalID, physicalID: resource.physicalID, type: resource.type)
            change.policy = resource.deletionPolicy
            change.before = Self.shown(resource.properties)
            changes.append(change)
        }
        return changes
    }

    /// What brings changes about besides the template's own words.
    private struct Causes {
        /// Parameters with another value.
        let parameters: Set<String>
        /// Resources that are new, or replaced for certain.
        var definite: Set<String> = []
        /// Resources that are changed in place, and whether they may be replaced.
        var possible: [String: Bool] = [:]

        init(_ old: StackContent, _ new: StackContent) {
            func values(_ content: StackContent) -> [String: [String?]] {
                Dictionary(
                    content.parameters.map { ($0.name, [$0.text, content.resolved[$0.name]]) }, uniquingKeysWith: { $1 }
                )
            }
            let (before, after) = (values(old), values(new))
            parameters = Set(after.keys.filter { before[$0] != nil && before[$0] != after[$0] })
        }

        /// Why a property may change, in the order of names.
        func of(_ references: Set<Reference>) -> [(source: PlannedChangeDetail.Source, isCertain: Bool)] {
            references.sorted { ($0.name, $0.attribute ?? "") < ($1.name, $1.attribute ?? "") }.compactMap {
                reference -> (source: PlannedChangeDetail.Source, isCertain: Bool)? in
                let name = reference.name
                if parameters.contains(name) { return (.parameter(name), true) }
                let isCertain = definite.contains(name)
                guard isCertain || possible[name] != nil else { return nil }
                if let attribute = reference.attribute { return (.attribute("\(name).\(attribute)"), isCertain) }
                // What is changed in place is still called the same.
                guard isCertain || possible[name] == true else { return nil }
                return (.reference(name), isCertain)
            }
        }
    }

    private static func details(
        _ wanted: Wanted, _ resource: StackResource, _ causes: Causes, _ type: (any ResourceType)?, areTagsNew: Bool
    ) -> [PlannedChangeDetail] {
        var details: [PlannedChangeDetail] = []
        for name in Set(wanted.form.keys).union(resource.form.keys).sorted() where name != "Tags" {
            let isReplacing = type?.facts.isReplacing(name) ?? false
            let reasons = causes.of(wanted.references[name] ?? [])
            if wanted.form[name] != resource.form[name] {
                details.append(
                    PlannedChangeDetail(
                        attribute: .properties, property: name, isReplacing: isReplacing, isCertain: reasons.isEmpty,
                        source: .template))
            }
            details += reasons.map { reason in
                PlannedChangeDetail(
                    attribute: .properties, property: name, isReplacing: isReplacing, isCertain: reason.isCertain,
                    source: reason.source)
            }
        }
        let hasTags = type?.facts.properties.contains("Tags") ?? false
        if wanted.form["Tags"] != resource.form["Tags"] || areTagsNew && hasTags {
            details.append(.direct(.tags, "Tags"))
        }
        if wanted.declared.metadata != resource.metadata { details.append(.direct(.metadata)) }
        if details.isEmpty, type?.mayChangeItself == true {
            details.append(
                PlannedChangeDetail(
                    attribute: .properties, property: nil, isReplacing: false, isCertain: false, source: .automatic))
        }
        return details
    }

    private static func after(
        _ wanted: Wanted, _ resource: StackResource, _ details: [PlannedChangeDetail]
    ) -> JSONObject {
        JSONObject(
            wanted.form.map { name, form in
                // What does not change is known, whatever it is worked out from.
                let isChanged = details.contains { $0.property == name }
                return (name, shown(isChanged ? form : resource.properties[name] ?? form))
            })
    }

    private static func shown(_ object: JSONObject) -> JSONObject {
        JSONObject(object.map { ($0.key, shown($0.value)) })
    }

    /// A value as change sets show it: numbers and truths as texts, what cannot be known yet as such.
    private static func shown(_ json: JSON) -> JSON {
        switch json {
        case .array(let items): .array(items.map(shown))
        case .object where Evaluator.isOpen(json): .string(PlannedChangeDetail.knownLater)
        case .object(let object): .object(shown(object))
        default: TemplateScalar.text(json).map { .string($0) } ?? json
        }
    }
}
