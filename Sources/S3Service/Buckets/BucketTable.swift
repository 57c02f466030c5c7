import AWSWire
import JSONTree
import ResourceNames
import StorageContract
import Synchronization

/// All buckets. Changes go to the store first, one after the other; a bucket is not deleted while an object is on its way into it.
final class BucketTable: Sendable {
    private struct Uses {
        /// Writes under way by bucket.
        var writers: [String: Int] = [:]
        /// Buckets that are being deleted.
        var closing: Set<String> = []
    }

    private let rows: ResourceTable<Bucket>
    private let uses = Mutex(Uses())
    private let gate = ChangeGate()

    /// Reads what exists.
    init(store: any Store) throws(StoreError) { rows = try ResourceTable(store: store) }

    /// All buckets by name.
    var all: [Bucket] { rows.all }

    /// A bucket by name.
    func bucket(_ name: String) throws(ServiceError) -> Bucket {
        guard let bucket = rows[name] else { throw .noSuchBucket(name) }
        return bucket
    }

    /// The bucket of a request, if its owner is the one the request expects. What no request may say is refused first.
    func bucket(of input: ActionInput) throws(ServiceError) -> Bucket {
        try FixedValues.check(input)
        let bucket = try bucket(try input.requiredText("Bucket"))
        if let owner = try input.text("ExpectedBucketOwner"), owner != bucket.account {
            throw ServiceError("AccessDenied", "Access Denied", status: 403)
        }
        return bucket
    }

    /// Keeps a bucket from being deleted until `endWriting`.
    func beginWriting(_ name: String) throws(ServiceError) {
        let isOpen = uses.withLock { uses in
            guard rows[name] != nil, !uses.closing.contains(name) else { return false }
            uses.writers[name, default: 0] += 1
            return true
        }
        if !isOpen { throw .noSuchBucket(name) }
    }

    /// Gives back what `beginWriting` took.
    func endWriting(_ name: String) {
        uses.withLock { uses in
            let left = (uses.writers[name] ?? 1) - 1
            uses.writers[name] = left > 0 ? left : nil
        }
    }

    /// Adds a bucket.
    ///
    /// - Parameter prepare: Makes its folder; done before the bucket is there.
    /// - Returns: The bucket of that name that was there; `nil` when the new one was added.
    func create(_ bucket: Bucket, prepare: () async throws(ServiceError) -> Void) async throws(ServiceError) -> Bucket?
    {
        await gate.enter()
        defer { gate.leave() }
        if let existing = rows[bucket.name] { return existing }
        try await prepare()
        do throws(StoreError) { _ = try await rows.insert(bucket) } catch { throw .store(error) }
        return nil
    }

    /// Changes a bucket's settings.
    func change(_ input: ActionInput, _ edit: (inout Bucket) throws(ServiceError) -> Void) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        var bucket = try bucket(of: input)
        try edit(&bucket)
        do throws(StoreError) { try await rows.replace(bucket) } catch { throw .store(error) }
    }

    /// Deletes a bucket with the uploads that were begun in it.
    ///
    /// - Parameters:
    ///   - isEmpty: Asked once nobody writes into it any more.
    ///   - clean: Removes its folder; done when the bucket is no more.
    func delete(
        _ name: String, isEmpty: () async throws(ServiceError) -> Bool, clean: () async -> Void
    ) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        _ = try bucket(name)
        let isClosed = uses.withLock { uses in
            guard uses.writers[name] == nil else { return false }
            uses.closing.insert(name)
            return true
        }
        defer { uses.withLock { _ = $0.closing.remove(name) } }
        guard isClosed, try await isEmpty() else {
            throw ServiceError(
                "BucketNotEmpty", "The bucket you tried to delete is not empty", status: 409,
                members: [("BucketName", .string(name))])
        }
        do throws(StoreError) {
            try await rows.delete(
                key: name,
                with: [
                    .deleteResources(kind: Upload.kind, keyPrefix: "\(name)/"),
                    .deleteResources(kind: Part.kind, keyPrefix: "\(name)/"),
                ])
        } catch {
            throw .store(error)
        }
        await clean()
    }
}
