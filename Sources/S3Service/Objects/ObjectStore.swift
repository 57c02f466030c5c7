import AWSWire
import JSONTree
import Platform
import ResourceNames
import StorageContract

/// All objects: rows in the store, bytes in files.
///
/// A write puts its file in place first and then commits the row that refers to it: at that moment, and at no other, the object is
/// there. What a crash leaves behind is a file without a row, which `sweep` removes.
final class ObjectStore: Sendable {
    /// The buckets they are in.
    let buckets: BucketTable
    /// Holds the rows.
    let store: any Store
    /// Holds the bytes.
    let content: ContentFolder
    /// Tells others of what happens.
    let notices: NoticeBox
    /// Names new files.
    let ids: ContentIDs
    /// Where files are read and written.
    let work = BlockingWork(label: "newel.s3")
    private let clock: any WallClock
    /// Writers of one key go one after the other; so do those of a few others that share its gate.
    private let gates = ChangeGates(count: 64)

    /// Opens what is in a folder and its store.
    init(
        store: any Store, content: ContentFolder, clock: any WallClock, ids: ContentIDs, surroundings: Surroundings
    ) throws(StoreError) {
        buckets = try BucketTable(store: store)
        notices = try NoticeBox(
            store: store, buckets: buckets, surroundings: surroundings, clock: clock, ids: ids)
        (self.store, self.content, self.clock, self.ids) = (store, content, clock, ids)
    }

    /// The time, as S3 keeps it.
    var now: Timestamp { clock.now.wholeSecond }

    /// The tokens of its lists.
    var pages: PageTokens { PageTokens(clock: clock) }

    /// An object's row; `nil` when there is none.
    func find(_ place: ObjectPlace) async throws(ServiceError) -> ObjectRow? {
        let key = place.storeKey
        let bytes: [UInt8]?
        do throws(StoreError) {
            bytes = try await store.read { reader throws(StoreError) in
                try reader.resource(kind: ObjectRow.kind, key: key)
            }
        } catch {
            throw .store(error)
        }
        return try bytes.map { bytes throws(ServiceError) in try Self.row(bytes, key) }
    }

    /// An object with its bytes.
    ///
    /// - Throws: `NoSuchKey`.
    func open(_ place: ObjectPlace) async throws(ServiceError) -> (row: ObjectRow, content: OpenContent) {
        for _ in 0..<8 {
            guard let row = try await find(place) else { throw .noSuchKey(place.key) }
            let opened = await work.run { [content] in content.open(row.content, in: place.bucket) }
            if let opened { return (row, opened) }
            // The object was replaced between the two: its row is another by now.
        }
        throw .internalError("The content of an object is gone")
    }

    /// Rows of a bucket by key, those after the given one.
    func page(_ bucket: String, prefix: String, after: String?, limit: Int) async throws(ServiceError) -> [(
        key: String, row: ObjectRow
    )] {
        let rows: [(key: String, bytes: [UInt8])]
        do throws(StoreError) {
            rows = try await store.read { reader throws(StoreError) in
                try reader.resources(
                    kind: ObjectRow.kind, keyPrefix: "\(bucket)/\(prefix)", after: after.map { "\(bucket)/\($0)" },
                    limit: limit)
            }
        } catch {
            throw .store(error)
        }
        var page: [(key: String, row: ObjectRow)] = []
        for (key, bytes) in rows {
            page.append((String(key.dropFirst(bucket.count + 1)), try Self.row(bytes, key)))
        }
        return page
    }

    /// Stores bytes as an object.
    func put(
        _ place: ObjectPlace, _ bytes: [UInt8], _ checks: PayloadChecks, _ conditions: Conditions,
        _ headers: ObjectHeaders, tags: JSON, by origin: ObjectEvent.Origin
    ) async throws(ServiceError) -> ObjectRow {
        try buckets.beginWriting(place.bucket)
        defer { buckets.endWriting(place.bucket) }
        let id = ids.next()
        let found = try await work.run { [content] () throws(ServiceError) in
            let found = try checks.verify(bytes)
            try content.write(bytes, as: id, in: place.bucket)
            return found
        }
        var row = ObjectRow(content: id, size: bytes.count, etag: found.md5, modifiedAt: now, headers: headers)
        row.checksum = found.checksum
        row.tags = tags
        try await commit(row, at: place, conditions, .put, by: origin)
        return row
    }

    /// Makes a row whose content is in place the object, instead of what was there.
    ///
    /// - Parameters:
    ///   - mutations: Written in the same transaction.
    ///   - kind: What others are told.
    func commit(
        _ row: ObjectRow, at place: ObjectPlace, _ conditions: Conditions, with mutations: [Mutation] = [],
        _ kind: ObjectEvent.Kind, by origin: ObjectEvent.Origin
    ) async throws(ServiceError) {
        let gate = gates[place.storeKey]
        await gate.enter()
        let old: ObjectRow?
        do throws(ServiceError) {
            defer { gate.leave() }
            old = try await find(place)
            try conditions.checkWrite(over: old, key: place.key)
            try await write(
                [.putResource(kind: ObjectRow.kind, key: place.storeKey, bytes: row.bytes)] + mutations,
                with: notices.writes(for: kind, place, row, by: origin))
        } catch {
            // A write whose fate is not known keeps its file: the next start finds out.
            if error.status < 500 { await remove([row.content], in: place.bucket) }
            throw error
        }
        if let old, old.content != row.content { await remove([old.content], in: place.bucket) }
    }

    /// Changes what is stored with an object; its bytes stay.
    func change(_ place: ObjectPlace, _ edit: (inout ObjectRow) -> Void) async throws(ServiceError) {
        let gate = gates[place.storeKey]
        await gate.enter()
        defer { gate.leave() }
        guard var row = try await find(place) else { throw .noSuchKey(place.key) }
        edit(&row)
        try await write([.putResource(kind: ObjectRow.kind, key: place.storeKey, bytes: row.bytes)])
    }

    /// Deletes an object; one that is not there is no error.
    func delete(_ place: ObjectPlace, _ conditions: Conditions, by origin: ObjectEvent.Origin)
        async throws(ServiceError)
    {
        let gate = gates[place.storeKey]
        await gate.enter()
        let old: ObjectRow?
        do {
            defer { gate.leave() }
            old = try await find(place)
            try conditions.checkWrite(over: old, key: place.key)
            if old != nil {
                try await write(
                    [.deleteResource(kind: ObjectRow.kind, key: place.storeKey)],
                    with: notices.writes(for: .delete, place, nil, by: origin))
            }
        }
        if let old { await remove([old.content], in: place.bucket) }
    }

    /// Adds a bucket with its folder.
    ///
    /// - Returns: The bucket of that name that was there; `nil` when the new one was added.
    func create(_ bucket: Bucket) async throws(ServiceError) -> Bucket? {
        try await buckets.create(bucket) { () async throws(ServiceError) in
            try await work.run { [content] () throws(ServiceError) in try content.make(bucket: bucket.name) }
        }
    }

    /// Deletes an empty bucket.
    func deleteBucket(_ name: String) async throws(ServiceError) {
        try await buckets.delete(name) { () async throws(ServiceError) in
            try await page(name, prefix: "", after: nil, limit: 1).isEmpty
        } clean: {
            await work.run { [content] in content.remove(bucket: name) }
        }
    }

    /// Removes content nobody refers to any more.
    func remove(_ contents: [String], in bucket: String) async {
        await work.run { [content] in content.remove(contents, in: bucket) }
    }

    /// Writes rows, all or nothing.
    func write(_ mutations: [Mutation], with others: [PreparedWrite] = []) async throws(ServiceError) {
        do throws(StoreError) {
            try await store.commit([PreparedWrite(mutations: mutations) { _ in }] + others)
        } catch { throw .store(error) }
    }

    private static func row(_ bytes: [UInt8], _ key: String) throws(ServiceError) -> ObjectRow {
        guard let row = ObjectRow(bytes: bytes) else { throw .store(.damaged(kind: ObjectRow.kind, key: key)) }
        return row
    }
}
