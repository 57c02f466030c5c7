import AWSWire
import ContentPatterns
import JSONTree
import ResourceNames
import StorageContract
import Synchronization

/// All buses, rules and connections. Changes go to the store first, one after the other.
final class EventCatalogue: Sendable {
    private let buses: ResourceTable<EventBus>
    private let rules: ResourceTable<Rule>
    private let gate = ChangeGate()
    /// Rules by bus and name, for events that are looking for theirs.
    private let byBus = Mutex<[BusKey: [Rule]]>([:])
    private let watchesStatus = Atomic(false)
    /// Told after rules have changed.
    private let changed = Mutex<(@Sendable () -> Void)?>(nil)
    let surroundings: Surroundings

    /// Reads what exists.
    init(store: any Store, surroundings: Surroundings) throws(StoreError) {
        self.surroundings = surroundings
        buses = try ResourceTable(store: store)
        rules = try ResourceTable(store: store)
        index()
    }

    /// The time.
    var now: Timestamp { surroundings.clock.now }

    /// Whether some rule may want to hear of the status of executions: one load.
    var isStatusWatched: Bool { watchesStatus.load(ordering: .relaxed) }

    /// Asks to be told after rules have changed.
    func onChange(_ body: @escaping @Sendable () -> Void) { changed.withLock { $0 = body } }

    /// A bus.
    func bus(_ key: BusKey) throws(ServiceError) -> EventBus {
        if let bus = buses[key.storeKey] { return bus }
        guard key.isDefault else { throw .noBus(key.name) }
        return EventBus(id: key, createdAt: Timestamp(milliseconds: 0))
    }

    /// Whether there is such a bus.
    func contains(_ key: BusKey) -> Bool { key.isDefault || buses[key.storeKey] != nil }

    /// The buses of a territory by name, the default one among them.
    func buses(of territory: Territory) -> [EventBus] {
        let common = BusKey(territory: territory, name: BusKey.defaultName)
        var found = buses.all.filter { $0.id.territory == territory }
        if !found.contains(where: \.id.isDefault) {
            found.append(EventBus(id: common, createdAt: Timestamp(milliseconds: 0)))
        }
        return found.sorted { $0.id.name.utf8.lexicographicallyPrecedes($1.id.name.utf8) }
    }

    /// A rule on a bus that is there.
    func rule(_ key: RuleKey) throws(ServiceError) -> Rule {
        _ = try bus(key.bus)
        guard let rule = rules[key.storeKey] else { throw .noRule(key) }
        return rule
    }

    /// A rule, if it is there.
    func ruleIfThere(_ key: RuleKey) -> Rule? { rules[key.storeKey] }

    /// The rules of a bus by name.
    func rules(of bus: BusKey) -> [Rule] { byBus.withLock { $0[bus] ?? [] } }

    /// Rules that run by a schedule.
    var scheduled: [Rule] {
        byBus.withLock { $0.values.flatMap { $0.filter { $0.schedule != nil && $0.isEnabled } } }
    }

    /// Adds a bus.
    func create(_ bus: EventBus) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        guard !contains(bus.id) else { throw .exists("Event bus \(bus.id.name) already exists.") }
        guard buses(of: bus.id.territory).count <= Limits.busesMax else { throw .tooMany }
        do throws(StoreError) { _ = try await buses.insert(bus) } catch { throw .store(error) }
    }

    /// Removes a bus without rules.
    func delete(_ key: BusKey) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        guard rules(of: key).isEmpty else {
            throw .invalid("Event bus \(key.name) can't be deleted since it has rules. Delete them first.")
        }
        do throws(StoreError) { try await buses.delete(key: key.storeKey) } catch { throw .store(error) }
    }

    /// Adds a rule, or replaces all but targets, tags and age of the one of its name.
    func put(_ wanted: Rule) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        _ = try bus(wanted.id.bus)
        var rule = wanted
        if let present = rules[wanted.key] {
            rule = Rule(id: wanted.id, createdAt: wanted.schedule == nil ? present.createdAt : wanted.createdAt)
            try rule.setTrigger(pattern: wanted.patternText, schedule: wanted.schedule?.text)
            (rule.state, rule.description, rule.roleARN) = (wanted.state, wanted.description, wanted.roleARN)
            (rule.targets, rule.tags) = (present.targets, present.tags)
        } else {
            guard rules(of: wanted.id.bus).count < Limits.rulesMax else { throw .tooMany }
        }
        try await store(rule)
    }

    /// Changes a rule.
    func change(_ key: RuleKey, _ edit: (inout Rule) throws(ServiceError) -> Void) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        var rule = try rule(key)
        try edit(&rule)
        try await store(rule)
    }

    /// Removes a rule without targets.
    func delete(_ key: RuleKey) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        guard let rule = rules[key.storeKey] else { return }
        guard rule.targets.isEmpty else { throw .invalid("Rule can't be deleted since it has targets.") }
        do throws(StoreError) { try await rules.delete(key: key.storeKey) } catch { throw .store(error) }
        index()
    }

    /// Changes the tags of a rule or a bus.
    func changeTags(_ resource: TaggedResource, _ edit: (inout Tags) throws(ServiceError) -> Void)
        async throws(ServiceError)
    {
        switch resource {
        case .rule(let key): try await change(key) { rule throws(ServiceError) in try edit(&rule.tags) }
        case .bus(let key): try await changeBus(key) { bus throws(ServiceError) in try edit(&bus.tags) }
        }
    }

    /// Changes a bus.
    func changeBus(_ key: BusKey, _ edit: (inout EventBus) throws(ServiceError) -> Void) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        var bus = try bus(key)
        try edit(&bus)
        do throws(StoreError) { try await buses.replace(bus) } catch { throw .store(error) }
    }

    private func store(_ rule: Rule) async throws(ServiceError) {
        do throws(StoreError) { try await rules.replace(rule) } catch { throw .store(error) }
        index()
    }

    private func index() {
        let found = Dictionary(grouping: rules.all, by: \.id.bus)
        byBus.withLock { $0 = found }
        let known = StatusChange.knownMembers
        let isWatched = found.contains { bus, rules in
            bus.isDefault && rules.contains { $0.isEnabled && $0.pattern?.mayMatch(known: known) ?? false }
        }
        watchesStatus.store(isWatched, ordering: .relaxed)
        changed.withLock { $0 }?()
    }
}
