import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames
import StorageContract

/// The policies of accounts about their log groups. Changes go to the store first, one after the other.
final class ResourcePolicies: Sendable {
    private let table: ResourceTable<ResourcePolicy>
    private let gate = ChangeGate()
    private let clock: any WallClock

    /// Reads what exists.
    init(store: any Store, clock: any WallClock) throws(StoreError) {
        table = try ResourceTable(store: store)
        self.clock = clock
    }

    /// Those of a territory by name.
    func all(in territory: Territory) -> [ResourcePolicy] {
        table.all.filter { $0.territory == territory }.sorted {
            $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }
    }

    /// Adds a policy, or replaces the one of its name.
    func put(_ name: String, _ document: String, in territory: Territory) async throws(ServiceError) -> ResourcePolicy {
        try Self.check(document)
        await gate.enter()
        defer { gate.leave() }
        let others = all(in: territory).filter { $0.name != name }
        guard others.count < Limits.policiesMax else {
            throw ServiceError("LimitExceededException", "Resource limit exceeded.")
        }
        let policy = ResourcePolicy(territory: territory, name: name, document: document, updatedAt: clock.now)
        do throws(StoreError) { try await table.replace(policy) } catch { throw .store(error) }
        return policy
    }

    /// Removes a policy.
    func delete(_ name: String, in territory: Territory) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        let key = ResourcePolicy.key(name, in: territory)
        guard table[key] != nil else {
            throw ServiceError(
                "ResourceNotFoundException", "Policy with name [\(name)] does not exist.")
        }
        do throws(StoreError) { try await table.delete(key: key) } catch { throw .store(error) }
    }

    /// What they say together about a group or a stream; `nil` when none of them means it.
    func text(about arn: String) -> String? {
        guard let name = ARN(arn) else { return nil }
        let territory = Territory(account: name.account, region: name.region)
        let statements = all(in: territory).flatMap { policy -> [JSON] in
            // They were read when they were put.
            guard let document = try? JSON.parse(policy.document), let found = document["Statement"] else { return [] }
            return (found.arrayValue ?? [found]).filter { Self.means($0, arn) }.map(Self.withoutID)
        }
        guard !statements.isEmpty else { return nil }
        return JSON.object(["Version": "2012-10-17", "Statement": .array(statements)]).text
    }

    private static func check(_ document: String) throws(ServiceError) {
        let policy: PolicyDocument
        do throws(PolicyProblem) { policy = try PolicyDocument(document, kind: .resource) } catch {
            throw .invalid("Invalid Resource Policy: \(error.message)")
        }
        guard let stranger = policy.namedActions.first(where: { $0 != "*" && !$0.lowercased().hasPrefix("logs:") })
        else { return }
        throw .invalid("Invalid Resource Policy: the action \(stranger) is none of logs.")
    }

    private static func means(_ statement: JSON, _ arn: String) -> Bool {
        guard let resource = statement["Resource"] else { return true }
        let patterns = (resource.arrayValue ?? [resource]).compactMap(\.stringValue)
        return patterns.contains { WildcardPattern($0).matches(arn) }
    }

    /// Ids are unique within one policy only.
    private static func withoutID(_ statement: JSON) -> JSON {
        guard var members = statement.objectValue else { return statement }
        members["Sid"] = nil
        return .object(members)
    }
}
