import AWSWire
import JSONTree
import Platform
import StorageContract

extension ObjectStore {
    /// Removes files that no row refers to: what writes of an earlier process left behind when it was killed.
    ///
    /// Runs beside requests: files of this process have greater names and are never touched.
    func sweep() async throws(ServiceError) {
        for bucket in await work.run({ [content] in content.buckets }) {
            let first = ids.first
            let old = await work.run { [content] in content.names(in: bucket).filter { $0 < first } }
            if old.isEmpty { continue }
            let used = try await contents(of: bucket)
            await remove(old.filter { !used.contains($0) }, in: bucket)
        }
    }

    /// What rows of a bucket refer to.
    private func contents(of bucket: String) async throws(ServiceError) -> Set<String> {
        var used: Set<String> = []
        do throws(StoreError) {
            for kind in [ObjectRow.kind, Part.kind] {
                for (key, bytes) in try await store.resources(kind: kind, keyPrefix: "\(bucket)/") {
                    guard let content = (try? JSON.parse(bytes))?["c"]?.stringValue else {
                        throw .damaged(kind: kind, key: key)
                    }
                    used.insert(content)
                }
            }
        } catch {
            throw .store(error)
        }
        return used
    }
}
