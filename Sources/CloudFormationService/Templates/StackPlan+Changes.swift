import JSONTree
import TemplateLanguage

extension StackPlan {
    /// What bringing a stack's resources in line would do, in the order in which it would.
    func changes(from resources: [StackResource], _ types: ResourceTypes) -> [PlannedChange] {
        let present = Dictionary(
            resources.filter { $0.physicalID != nil }.map { ($0.logicalID, $0) }, uniquingKeysWith: { $1 })
        var changes: [PlannedChange] = []
        var replaced: Set<String> = []
        for wanted in wanted {
            let (id, type) = (wanted.declared.logicalID, wanted.declared.type)
            guard let resource = present[id], resource.type == type else {
                changes.append(PlannedChange(action: .add, logicalID: id, physicalID: nil, type: type))
                continue
            }
            var change = PlannedChange(action: .modify, logicalID: id, physicalID: resource.physicalID, type: type)
            change.details = Self.details(wanted, resource, replaced, types[type]?.facts)
            change.changesMetadata = wanted.declared.metadata != resource.metadata
            guard !change.details.isEmpty || change.changesMetadata || !resource.isComplete else { continue }
            if change.replacement != "False" { replaced.insert(id) }
            changes.append(change)
        }
        let names = Set(wanted.map(\.declared.logicalID))
        for resource in resources where !names.contains(resource.logicalID) {
            changes.append(
                PlannedChange(
                    action: .remove, logicalID: resource.logicalID, physicalID: resource.physicalID,
                    type: resource.type))
        }
        return changes
    }

    private static func details(
        _ wanted: Wanted, _ resource: StackResource, _ replaced: Set<String>, _ facts: ResourceFacts?
    ) -> [PlannedChange.Detail] {
        var details: [PlannedChange.Detail] = []
        for name in Set(wanted.form.keys).union(resource.form.keys).sorted() {
            let isReplacing = facts?.isReplacing(name) ?? false
            if wanted.form[name] != resource.form[name] {
                details.append(.init(property: name, recreation: isReplacing ? "Always" : "Never", cause: nil))
            } else if let cause = wanted.references[name]?.intersection(replaced).sorted().first {
                details.append(
                    .init(property: name, recreation: isReplacing ? "Conditionally" : "Never", cause: cause))
            }
        }
        return details
    }
}
