import AWSWire
import JSONTree
import TemplateLanguage

/// Makes change sets for the stacks within a stack, level by level.
///
/// Nothing is written: `sets` and `stacks` are what there is to add, with the outermost change set.
///
/// Source: user guide, "Change sets for nested stacks".
struct NestedChangeSets {
    /// Plans what would be done.
    let starter: StackStarter
    /// Who asks.
    let context: RequestContext
    /// The change sets made, those within others first.
    private(set) var sets: [ChangeSet] = []
    /// The stacks made that are not there yet.
    private(set) var stacks: [Stack] = []

    /// Makes none yet.
    init(starter: StackStarter, context: RequestContext) {
        (self.starter, self.context) = (starter, context)
    }

    private var catalogue: StackCatalogue { starter.catalogue }

    /// What would be done with a stack's resources, told with what would be done within those that are stacks.
    ///
    /// - Parameters:
    ///   - outer: The stack, made already or not.
    ///   - set: Its change set.
    ///   - depth: In how many stacks the stack is, itself included.
    /// - Returns: The changes, without stacks in which nothing would be done; and why the change set has failed, if it has.
    mutating func make(
        _ changes: [PlannedChange], _ blueprint: Blueprint, of outer: Stack, _ set: ChangeSet, depth: Int
    ) async throws(ServiceError) -> (changes: [PlannedChange], failure: String?) {
        let plan = try starter.plan(blueprint, outer)
        var (told, failure): ([PlannedChange], String?) = ([], nil)
        for var change in changes {
            guard change.type == NestedStackResource.typeName, change.action != .remove,
                let wanted = plan.wanted.first(where: { $0.declared.logicalID == change.logicalID }),
                let url = wanted.form["TemplateURL"]?.stringValue
            else {
                told.append(change)
                continue
            }
            var place = Place(
                outer: outer, set: set, content: blueprint.content, wanted: wanted, change: change, depth: depth + 1)
            place.url = url
            guard let inner = try await changeSet(place) else { continue }
            change.changeSetID = inner.id
            told.append(change)
            if inner.status == "FAILED" {
                failure = failure ?? "Nested change set \(inner.id) was not successfully created: Currently in FAILED."
            }
        }
        return (told, failure)
    }

    /// Where an inner stack is wanted.
    private struct Place {
        let outer: Stack
        let set: ChangeSet
        let content: StackContent
        let wanted: StackPlan.Wanted
        let change: PlannedChange
        /// In how many stacks the inner one is, itself included.
        let depth: Int
        var url = ""

        /// The stack's resource as it is now.
        var present: StackResource? { outer.resource(change.logicalID) }
    }

    /// The change set of an inner stack; `nil` when nothing would be done.
    private mutating func changeSet(_ place: Place) async throws(ServiceError) -> ChangeSet? {
        let present = place.present?.physicalID.flatMap { catalogue.find($0, in: place.outer.territory) }
        let inner = if let present { present } else { try fresh(place) }
        var set = catalogue.changeSet(
            name(place), of: inner, type: present == nil ? "CREATE" : "UPDATE")
        (set.includesNested, set.logicalID) = (true, place.change.logicalID)
        (set.parentID, set.rootID) = (place.set.id, place.set.rootID ?? place.set.id)
        do throws(ServiceError) {
            guard try await fill(&set, inner, place) else { return nil }
        } catch { set.fail(error.message) }
        if present == nil {
            var stack = inner
            stack.content.description = set.content.description
            stack.content.tags = set.content.tags
            stack.become(.reviewInProgress, "User Initiated", at: catalogue.now)
            stacks.append(stack)
        }
        try catalogue.checkFree(set, of: inner)
        sets.append(set)
        return set
    }

    /// Works out what a change set says; `false` when that is nothing.
    private mutating func fill(_ set: inout ChangeSet, _ inner: Stack, _ place: Place) async throws(ServiceError)
        -> Bool
    {
        let isNew = set.type == "CREATE"
        let text = try await starter.blueprints.text(at: place.url, context)
        let content = NestedStackResource.content(place.wanted.form, of: place.content)
        let (given, later) = parameters(place)
        let blueprint = try await starter.blueprints.blueprint(
            text, content, given: given, later: later, previous: isNew ? nil : inner.content, context)
        try blueprint.checkCapabilities()
        let changes = try starter.changes(blueprint, inner).resources
        let (told, failure) = try await make(changes, blueprint, of: inner, set, depth: place.depth)
        set.content = blueprint.content
        set.changes = told.map { $0.shape(masking: inner.content, blueprint.content) }
        if let failure {
            set.fail(failure)
            return true
        }
        (set.executionStatus, set.statusReason) = ("UNAVAILABLE", "Executable from root change set")
        let isAskedFor = place.change.details.contains { $0.source != .automatic }
        if isNew || isAskedFor { return true }
        return try starter.isUpdate(blueprint, inner, told)
    }

    private func fresh(_ place: Place) throws(ServiceError) -> Stack {
        guard place.depth <= Limits.nestingMax else { throw NestedStackResource.tooDeep }
        let name = NestedStackResource.facts.name(
            stack: place.outer.name, logicalID: place.change.logicalID, chance: catalogue.letters(12))
        var stack = try starter.fresh(name, context, .reviewInProgress)
        (stack.parentID, stack.rootID) = (place.outer.id, place.outer.rootID ?? place.outer.id)
        return stack
    }

    private func name(_ place: Place) -> String {
        "\(place.set.name.prefix(80))-\(place.change.logicalID.prefix(30))-\(catalogue.letters(12))"
    }

    /// The values of an inner template's parameters, and which of them are known only later.
    private func parameters(_ place: Place) -> (given: [String: String?], later: Set<String>) {
        var (given, later): ([String: String?], Set<String>) = ([:], [])
        let isMoving = place.change.details.contains { $0.property == "Parameters" && $0.source != .automatic }
        for (name, form) in place.wanted.form["Parameters"]?.objectValue ?? JSONObject() {
            let before = place.present?.form["Parameters"]?[name]
            let known = before == form && !isMoving ? place.present?.properties["Parameters"]?[name] : nil
            let value = known ?? form
            if (value.arrayValue ?? [value]).contains(where: Evaluator.isOpen) {
                given[name] = .some(PlannedChangeDetail.knownLater)
                later.insert(name)
            } else {
                given[name] = .some(NestedStackResource.text(value))
            }
        }
        return (given, later)
    }
}
