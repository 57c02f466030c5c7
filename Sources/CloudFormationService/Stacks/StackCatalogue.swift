import AWSWire
import JSONTree
import ResourceNames
import StorageContract
import Synchronization

/// All stacks and change sets. Changes happen one after the other, in the store first.
final class StackCatalogue: Sendable {
    private let stacks: ResourceTable<Stack>
    /// By `ChangeSet.key`.
    let changeSets: ResourceTable<ChangeSet>
    /// Publishes events where a stack says so.
    let notices: StackNotices
    private let store: any Store
    private let clock: any WallClock
    private let random: @Sendable () -> UInt64
    private let changed: @Sendable () -> Void
    private let gate = ChangeGate()
    private let numbers = Mutex(RisingNumber())

    /// Reads what exists.
    ///
    /// - Parameter changed: Told that a stack has changed. [any thread]
    init(
        store: any Store, clock: any WallClock, random: @escaping @Sendable () -> UInt64,
        changed: @escaping @Sendable () -> Void
    ) throws(StoreError) {
        (self.store, self.clock, self.random, self.changed) = (store, clock, random, changed)
        stacks = try ResourceTable(store: store)
        changeSets = try ResourceTable(store: store)
        notices = try StackNotices(store: store)
    }

    /// Marks the pages of lists.
    var pages: PageTokens { PageTokens(clock: clock) }

    /// The time.
    var now: Timestamp { clock.now }

    /// A random UUID.
    func uuid() -> String { UUIDText.version4(high: random(), low: random()) }

    /// Letters and digits of chance, as names end in.
    func letters(_ count: Int) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
        return String(decoding: (0..<count).map { _ in letters[Int(random() % UInt64(letters.count))] }, as: UTF8.self)
    }

    /// Every stack of a territory, newest first, deleted ones included.
    func all(in territory: Territory) -> [Stack] {
        stacks.all.filter { $0.territory == territory }.sorted {
            ($0.createdAt, $0.uuid) > ($1.createdAt, $1.uuid)
        }
    }

    /// Every stack with an operation.
    var unfinished: [Stack] { stacks.all.filter { $0.operation != nil } }

    /// A stack by its key.
    func stack(key: String) -> Stack? { stacks[key] }

    /// A stack by its ARN, deleted or not; or by the name of one that is not deleted.
    func find(_ nameOrID: String, in territory: Territory) -> Stack? {
        if let arn = ARN(nameOrID), arn.service == "cloudformation" {
            guard let uuid = arn.resource.split(separator: "/").last else { return nil }
            let found = stacks["\(arn.account):\(arn.region):\(uuid)"]
            return found?.id == nameOrID ? found : nil
        }
        return stacks.all.first { $0.name == nameOrID && $0.territory == territory && !$0.isDeleted }
    }

    /// The same, or AWS's refusal.
    func get(_ nameOrID: String, in territory: Territory) throws(ServiceError) -> Stack {
        guard let stack = find(nameOrID, in: territory) else { throw .noStack(nameOrID) }
        return stack
    }

    /// How many stacks a stack is in, itself included.
    func depth(of stack: Stack) -> Int {
        var (depth, current) = (1, stack)
        while let parent = current.parentID, let outer = find(parent, in: stack.territory) {
            (depth, current) = (depth + 1, outer)
        }
        return depth
    }

    /// Values that stacks of a territory export, by name, each with its stack.
    func exports(in territory: Territory) -> [(output: StackOutput, stack: Stack)] {
        stacks.all.filter { $0.territory == territory && !$0.isDeleted }
            .flatMap { stack in stack.outputs.filter { $0.exportName != nil }.map { ($0, stack) } }
            .sorted { ($0.output.exportName ?? "") < ($1.output.exportName ?? "") }
    }

    /// Names of stacks that use an export.
    func importers(of export: String, in territory: Territory) -> [String] {
        stacks.all.filter { $0.territory == territory && !$0.isDeleted && $0.imports.contains(export) }.map(\.name)
            .sorted()
    }

    /// Adds a stack.
    ///
    /// - Throws: `AlreadyExistsException` when its name is taken.
    func create(_ stack: Stack) async throws(ServiceError) -> Stack {
        await gate.enter()
        defer { gate.leave() }
        if let there = find(stack.name, in: stack.territory) {
            // Asked for twice at the same time.
            if there.knows(stack.operation?.request) { return there }
            throw ServiceError("AlreadyExistsException", "Stack [\(stack.name)] already exists")
        }
        try checkRoom(for: 1, in: stack.territory)
        return try await write(stack)
    }

    private func checkRoom(for count: Int, in territory: Territory) throws(ServiceError) {
        let there = stacks.all.count { $0.territory == territory && !$0.isDeleted }
        guard there + count <= Limits.stacksMax else {
            throw ServiceError("LimitExceededException", "Limit for stack has been exceeded")
        }
    }

    /// Adds what a hierarchy of stacks was reviewed with, all of it or nothing.
    ///
    /// - Parameters:
    ///   - sets: The change sets, the outermost last; one that was executed gives its name up.
    ///   - stacks: Those that wait for their review with them.
    /// - Throws: `AlreadyExistsException` when a name is taken.
    func create(_ sets: [ChangeSet], _ added: [Stack]) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        for stack in added where find(stack.name, in: stack.territory) != nil {
            throw ServiceError("AlreadyExistsException", "Stack [\(stack.name)] already exists")
        }
        for set in sets { try checkName(of: set) }
        if let territory = added.first?.territory { try checkRoom(for: added.count, in: territory) }
        var (rows, told): ([Mutation], [StackNotice]) = (changeSets.rows(sets), [])
        var made = added
        for index in made.indices { rows += events(&made[index], in: nil, &told) }
        do throws(StoreError) { try await stacks.replace(made, with: rows) } catch { throw .store(error) }
        changeSets.adopt(sets)
        notices.publish(told)
        changed()
    }

    /// Changes a stack; its new events are written with it.
    ///
    /// - Parameter set: The change set that is executed by that: it is done with the change, and what was reviewed of the stacks within
    ///   the stack is handed to its operation.
    /// - Returns: The stack as it is afterwards.
    @discardableResult
    func change(
        _ key: String, executing set: ChangeSet? = nil, _ edit: (inout Stack) throws(ServiceError) -> Void
    ) async throws(ServiceError) -> Stack {
        await gate.enter()
        defer { gate.leave() }
        guard var stack = stacks[key] else { throw .noStack(key) }
        let operation = stack.operation
        try edit(&stack)
        let sets = set.map { executed($0, by: stack.operation) } ?? []
        let after = try await write(stack, in: operation, with: changeSets.rows(sets))
        changeSets.adopt(sets)
        return after
    }

    /// Removes a change set.
    func delete(_ set: ChangeSet) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        do throws(StoreError) { try await changeSets.delete(key: set.key) } catch { throw .store(error) }
    }

    /// Removes a stack that was never made.
    func remove(_ stack: Stack) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        do throws(StoreError) {
            try await stacks.delete(
                key: stack.key,
                with: [
                    .deleteResources(kind: StackEvent.kind, keyPrefix: "\(stack.key)/"),
                    .deleteResources(kind: ChangeSet.kind, keyPrefix: "\(stack.key)/"),
                ])
        } catch { throw .store(error) }
    }

    private func write(
        _ stack: Stack, in operation: StackOperation? = nil, with others: [Mutation] = []
    ) async throws(ServiceError) -> Stack {
        var (stack, told): (Stack, [StackNotice]) = (stack, [])
        let mutations = events(&stack, in: operation, &told) + others
        do throws(StoreError) { try await stacks.replace(stack, with: mutations) } catch { throw .store(error) }
        notices.publish(told)
        changed()
        return stack
    }

    /// The rows of a stack's new events.
    ///
    /// - Parameters:
    ///   - operation: That before the change: the last event of one ends it.
    ///   - told: Gets what topics are to be told.
    private func events(_ stack: inout Stack, in operation: StackOperation?, _ told: inout [StackNotice]) -> [Mutation]
    {
        var mutations: [Mutation] = []
        for event in stack.takeEvents() {
            let number = numbers.withLock { $0.next(clock.now) }
            let text = String(number)
            let digits = String(repeating: "0", count: max(0, 20 - text.utf8.count)) + text
            let shape = event.shape(id: eventID(event), of: stack)
            mutations.append(
                .putResource(kind: StackEvent.kind, key: "\(stack.key)/\(digits)", bytes: shape.bytes))
            for (index, topic) in stack.content.notificationARNs.enumerated() {
                let notice = StackNotice(
                    id: "\(digits)/\(index)", topic: topic, event: shape, of: stack, in: stack.operation ?? operation)
                mutations.append(notices.row(of: notice))
                told.append(notice)
            }
        }
        return mutations
    }

    /// Observed on AWS: a resource's event is called after it, a stack's is a UUID.
    private func eventID(_ event: StackEvent) -> String {
        guard event.type != "AWS::CloudFormation::Stack" || !event.physicalID.contains("/\(event.logicalID)/") else {
            return uuid()
        }
        return "\(event.logicalID)-\(event.status)-\(event.at.iso8601)"
    }

    /// Events of a stack, newest first.
    ///
    /// - Parameter before: The key of the last one that is known; `nil` begins with the newest.
    func events(of stack: Stack, before: String?, limit: Int) async throws(ServiceError) -> [(key: String, shape: JSON)]
    {
        let rows: [(key: String, bytes: [UInt8])]
        do throws(StoreError) {
            rows = try await store.read { reader throws(StoreError) in
                try reader.resourcesBackwards(
                    kind: StackEvent.kind, keyPrefix: "\(stack.key)/", before: before, limit: limit)
            }
        } catch { throw .store(error) }
        var events: [(key: String, shape: JSON)] = []
        for (key, bytes) in rows {
            guard let shape = try? JSON.parse(bytes) else { throw .store(.damaged(kind: StackEvent.kind, key: key)) }
            events.append((key, shape))
        }
        return events
    }

    /// Forgets stacks that were deleted long ago.
    func expire() async throws(ServiceError) {
        let limit = now.milliseconds - Limits.deletedMilliseconds
        for stack in stacks.all where stack.isDeleted && stack.deletedAt.map({ $0.milliseconds < limit }) ?? false {
            try await remove(stack)
        }
    }
}
