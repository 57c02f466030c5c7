import AWSWire
import StorageContract

/// Multipart uploads that have begun, and their parts.
struct UploadStore: Sendable {
    /// Where parts and objects are kept.
    let objects: ObjectStore
    /// What changes an upload goes one after the other, by its id. Not the gates of objects: the end of an upload waits
    /// for its object's while it holds its own.
    let gates = ChangeGates(count: 64)

    /// The upload a request names.
    ///
    /// - Throws: `NoSuchUpload`, also when it is another key's.
    func upload(_ request: ActionInput) async throws(ServiceError) -> Upload {
        let place = try request.place()
        _ = try objects.buckets.bucket(of: request)
        let id = try request.requiredText("UploadId")
        let key = "\(place.bucket)/\(id)"
        let bytes: [UInt8]?
        do throws(StoreError) {
            bytes = try await objects.store.read { reader throws(StoreError) in
                try reader.resource(kind: Upload.kind, key: key)
            }
        } catch {
            throw .store(error)
        }
        guard let bytes else { throw .noSuchUpload(id) }
        guard let upload = Upload(storeKey: key, bytes: bytes) else {
            throw .store(.damaged(kind: Upload.kind, key: key))
        }
        guard upload.place == place else { throw .noSuchUpload(id) }
        return upload
    }

    /// The uploads of a bucket by key, then id.
    func uploads(of bucket: String) async throws(ServiceError) -> [Upload] {
        var uploads: [Upload] = []
        for (key, bytes) in try await rows(Upload.kind, "\(bucket)/") {
            guard let upload = Upload(storeKey: key, bytes: bytes) else {
                throw .store(.damaged(kind: Upload.kind, key: key))
            }
            uploads.append(upload)
        }
        return uploads.sorted {
            $0.place.key == $1.place.key
                ? $0.id < $1.id : $0.place.key.utf8.lexicographicallyPrecedes($1.place.key.utf8)
        }
    }

    /// The parts of an upload by number.
    func parts(of upload: Upload) async throws(ServiceError) -> [Part] {
        var parts: [Part] = []
        for (key, bytes) in try await rows(Part.kind, "\(upload.storeKey)/") {
            guard let part = Part(storeKey: key, bytes: bytes) else {
                throw .store(.damaged(kind: Part.kind, key: key))
            }
            parts.append(part)
        }
        return parts
    }

    /// Makes a part whose content is in place the part of its number.
    func commit(_ part: Part, _ request: ActionInput) async throws(ServiceError) {
        let id = try request.requiredText("UploadId")
        let gate = gates[id]
        await gate.enter()
        defer { gate.leave() }
        do throws(ServiceError) {
            // It may have ended while the bytes came in.
            let upload = try await upload(request)
            let old = try await parts(of: upload).first { $0.number == part.number }
            try await objects.write([
                .putResource(kind: Part.kind, key: Part.storeKey(upload, part.number), bytes: part.bytes)
            ])
            if let old { await objects.remove([old.content], in: upload.place.bucket) }
        } catch {
            if error.status < 500 { await objects.remove([part.content], in: try request.place().bucket) }
            throw error
        }
    }

    /// What ends an upload: its row goes, and those of its parts.
    func ending(_ upload: Upload) -> [Mutation] {
        [
            .deleteResource(kind: Upload.kind, key: upload.storeKey),
            .deleteResources(kind: Part.kind, keyPrefix: "\(upload.storeKey)/"),
        ]
    }

    private func rows(_ kind: String, _ prefix: String) async throws(ServiceError) -> [(key: String, bytes: [UInt8])] {
        do throws(StoreError) {
            return try await objects.store.resources(kind: kind, keyPrefix: prefix)
        } catch {
            throw .store(error)
        }
    }
}
